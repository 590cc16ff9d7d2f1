package io.eventjobs.worker.session;

import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.RecordingTranscriber;
import io.eventjobs.worker.session.speech.SpeechClient;
import io.eventjobs.worker.session.speech.SpeechProperties;
import io.eventjobs.worker.session.step.SpeechTranscriber;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Speech recognition, where one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpeechProperties.class)
public class SpeechConfiguration {
    /** An empty variable of the environment names no service. */
    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!environment.getProperty('event-jobs.speech.url', '').isBlank()")
    SpeechClient speechClient(SpeechProperties properties) {
        return new SpeechClient(properties, Clock.systemUTC());
    }

    /** Whether there is a way to listen is found out once, at the start. */
    @Bean
    Listening listening(ObjectProvider<SpeechClient> clients) {
        SpeechClient client = clients.getIfAvailable();
        if (client == null) {
            return fetches -> SpeechTranscriber.none();
        }
        return Ffmpeg.installed()
                .<Listening>map(ffmpeg ->
                        fetches -> SpeechTranscriber.by(new RecordingTranscriber(fetches, ffmpeg, client), client.model()))
                .orElse(fetches -> SpeechTranscriber.withoutFfmpeg());
    }

    /** How recordings are listened to. */
    @FunctionalInterface
    interface Listening {
        /** Of what is fetched in this way. */
        SpeechTranscriber to(CachingFetcher fetches);
    }
}

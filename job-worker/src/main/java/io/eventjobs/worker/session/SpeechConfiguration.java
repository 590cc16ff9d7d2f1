package io.eventjobs.worker.session;

import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.recording.Ffmpeg;
import io.eventjobs.worker.session.speech.RecordingTranscriber;
import io.eventjobs.worker.session.speech.SpeechClient;
import io.eventjobs.worker.session.speech.SpeechProperties;
import io.eventjobs.worker.session.speech.SpeechTranscriber;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Speech recognition, if it is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpeechProperties.class)
public class SpeechConfiguration {
    /** An empty environment variable counts as no service. */
    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!environment.getProperty('event-jobs.speech.url', '').isBlank()")
    SpeechClient speechClient(SpeechProperties properties, Clock clock) {
        return new SpeechClient(properties, clock);
    }

    /** Looks for ffmpeg once, at the start. */
    @Bean
    SpeechTranscriber speechTranscriber(
            SpeechProperties properties, ObjectProvider<SpeechClient> clients, CachingFetcher fetcher) {
        SpeechClient client = clients.getIfAvailable();
        if (client == null) {
            return SpeechTranscriber.notConfigured();
        }
        return Ffmpeg.installed()
                .<SpeechTranscriber>map(
                        ffmpeg -> new RecordingTranscriber(fetcher, ffmpeg, client, properties.settings()))
                .orElseGet(SpeechTranscriber::withoutFfmpeg);
    }
}

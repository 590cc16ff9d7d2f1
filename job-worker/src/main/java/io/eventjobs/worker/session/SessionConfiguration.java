package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.document.DocumentReader;
import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import io.eventjobs.model.job.JobType;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.noop.NoopWork;
import io.eventjobs.worker.session.fetch.CacheProperties;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.fetch.RobotsGate;
import io.eventjobs.worker.session.fetch.RobotsTxt;
import io.eventjobs.worker.session.parser.TextReader;
import io.eventjobs.worker.session.picture.PictureProperties;
import io.eventjobs.worker.session.schedule.ScheduleCache;
import io.eventjobs.worker.session.speech.SpeechTranscriber;
import io.eventjobs.worker.session.step.BundleStep;
import io.eventjobs.worker.session.step.CompositionStep;
import io.eventjobs.worker.session.step.PageStep;
import io.eventjobs.worker.session.step.PicturesStep;
import io.eventjobs.worker.session.step.SlidesStep;
import io.eventjobs.worker.session.step.TranscriptStep;
import io.eventjobs.worker.session.task.MissingPartPolicy;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the steps of sessions, and the kinds of work that they make up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionProperties.class, CacheProperties.class, PictureProperties.class})
public class SessionConfiguration {
    /** The name in the User-Agent header and in robots.txt files. */
    private static final String USER_AGENT = "EventJobs";

    @Bean(destroyMethod = "close")
    GuardedHttpClient guardedHttpClient(SessionProperties properties) {
        String contact = properties.contact() == null ? "" : " (" + properties.contact() + ")";
        return new GuardedHttpClient(
                new AllowedHosts(Set.copyOf(properties.allowedPrivateHosts())),
                HostLimits.DEFAULT,
                HostResolver.SYSTEM,
                USER_AGENT + "/0.1" + contact);
    }

    /** @param robots whether robots.txt is obeyed, although people name each page */
    @Bean
    RobotsGate robotsGate(
            GuardedHttpClient http, Clock clock, @Value("${event-jobs.worker.robots:false}") boolean robots) {
        return robots ? new RobotsTxt(http, USER_AGENT, clock) : RobotsGate.OPEN;
    }

    @Bean
    CachingFetcher fetcher(GuardedHttpClient http, CacheProperties cache, ArtifactStore store, RobotsGate robots) {
        return new CachingFetcher(http, cache.freshness(), store, robots);
    }

    @Bean
    PageStep pageStep(
            CachingFetcher fetcher, TextReader texts, CacheProperties cache, PictureProperties pictures, Clock clock) {
        return new PageStep(
                fetcher,
                texts,
                new PicturesStep(fetcher, pictures.limits()),
                new ScheduleCache(fetcher, texts, cache.scheduleRevalidateAfter(), cache.maxSchedules(), clock));
    }

    @Bean
    MissingPartPolicy missingPartPolicy(SessionProperties properties) {
        return new MissingPartPolicy(properties.maxPartWait());
    }

    @Bean
    SlidesStep slidesStep(
            CachingFetcher fetcher, DocumentReader attachments, MissingPartPolicy missingParts, Ticker ticker) {
        return new SlidesStep(fetcher, attachments, missingParts, ticker);
    }

    @Bean
    TranscriptStep transcriptStep(
            CachingFetcher fetcher,
            ArtifactStore store,
            SpeechTranscriber transcriber,
            MissingPartPolicy missingParts) {
        return new TranscriptStep(fetcher, store, transcriber, missingParts);
    }

    @Bean
    SessionWork sessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            CompositionStep composition,
            ArtifactStore store) {
        return new SessionWork(checkpoints, page, slides, transcript, composition, new BundleStep(store));
    }

    @Bean
    CheckpointStore checkpointStore(ArtifactStore store, Clock clock, CacheProperties cache) {
        return new CheckpointStore(store, clock, cache.limits());
    }

    @Bean
    SourceWork pageWork(SessionWork session) {
        return new SourceWork(JobType.PAGE, session);
    }

    @Bean
    SourceWork documentWork(SessionWork session) {
        return new SourceWork(JobType.DOCUMENT, session);
    }

    @Bean
    SourceWork transcriptWork(SessionWork session) {
        return new SourceWork(JobType.TRANSCRIPT, session);
    }

    @Bean
    @ConditionalOnBooleanProperty("event-jobs.enable-noop")
    NoopWork noopWork() {
        return new NoopWork();
    }
}

package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.document.AttachmentReader;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostAllowance;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import io.eventjobs.model.job.JobType;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.noop.NoopWork;
import io.eventjobs.worker.session.fetch.CacheProperties;
import io.eventjobs.worker.session.fetch.Fetches;
import io.eventjobs.worker.session.fetch.RobotsGate;
import io.eventjobs.worker.session.fetch.RobotsTexts;
import io.eventjobs.worker.session.picture.PictureProperties;
import io.eventjobs.worker.session.schedule.ScheduleFeeds;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job types that this worker does, and what they are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionProperties.class, CacheProperties.class, PictureProperties.class})
public class SessionConfiguration {
    /** What hosts and their robots.txt know the worker by. */
    private static final String ROBOT = "EventJobs";

    @Bean(destroyMethod = "close")
    GuardedHttpClient guardedHttpClient(SessionProperties properties) {
        String contact = properties.contact() == null ? "" : " (" + properties.contact() + ")";
        return new GuardedHttpClient(
                new HostAllowance(Set.copyOf(properties.allowedPrivateHosts())),
                HostLimits.DEFAULT,
                HostResolver.SYSTEM,
                ROBOT + "/0.1" + contact);
    }

    /** @param robots whether hosts are asked what robots may read, though people named each page */
    @Bean
    RobotsGate robotsGate(
            GuardedHttpClient http, Clock clock, @Value("${event-jobs.worker.robots:false}") boolean robots) {
        return robots ? new RobotsTexts(http, ROBOT, clock) : RobotsGate.OPEN;
    }

    @Bean
    Fetches fetches(GuardedHttpClient http, CacheProperties cache, ArtifactStore store, RobotsGate robots) {
        return new Fetches(http, cache.freshness(), store, robots);
    }

    @Bean
    PageStep pageStep(Fetches fetches, CacheProperties cache, PictureProperties pictures, Clock clock) {
        return new PageStep(
                fetches,
                new PicturesStep(fetches, pictures.limits()),
                new ScheduleFeeds(fetches, cache.schedules(), cache.maxSchedules(), clock));
    }

    @Bean
    PartPatience partPatience(SessionProperties properties) {
        return new PartPatience(properties.partPatience());
    }

    @Bean
    SlidesStep slidesStep(Fetches fetches, AttachmentReader attachments, PartPatience patience) {
        return new SlidesStep(fetches, attachments, patience);
    }

    @Bean
    TranscriptStep transcriptStep(
            Fetches fetches, ArtifactStore store, SpeechConfiguration.Listening listening, PartPatience patience) {
        return new TranscriptStep(fetches, store, listening.to(fetches), patience);
    }

    @Bean
    SessionWork sessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            WordingStep wording,
            ArtifactStore store) {
        return new SessionWork(checkpoints, page, slides, transcript, wording, new BundleStep(store));
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

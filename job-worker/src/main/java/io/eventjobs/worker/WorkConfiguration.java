package io.eventjobs.worker;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostAllowance;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import io.eventjobs.model.job.JobType;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.noop.NoopWork;
import io.eventjobs.worker.session.BundleStep;
import io.eventjobs.worker.session.PageStep;
import io.eventjobs.worker.session.SessionWork;
import io.eventjobs.worker.session.SlidesStep;
import io.eventjobs.worker.session.SourceWork;
import io.eventjobs.worker.session.TranscriptStep;
import io.eventjobs.worker.session.TranslationStep;
import io.eventjobs.worker.session.attachment.AttachmentReader;
import io.eventjobs.worker.session.fetch.Fetches;
import io.eventjobs.worker.session.schedule.ScheduleFeeds;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this worker can do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
class WorkConfiguration {
    /** @param offset what the clock is wrong by, for drills */
    @Bean
    Clock clock(@Value("${event-jobs.clock-offset:0s}") Duration offset) {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    @Bean(destroyMethod = "close")
    GuardedHttpClient guardedHttpClient(WorkerProperties properties) {
        String contact = properties.contact() == null ? "" : " (" + properties.contact() + ")";
        return new GuardedHttpClient(
                new HostAllowance(Set.copyOf(properties.allowedPrivateHosts())),
                HostLimits.DEFAULT,
                HostResolver.SYSTEM,
                "EventJobs/0.1" + contact);
    }

    @Bean
    SessionWork sessionWork(
            GuardedHttpClient http,
            ArtifactStore store,
            CacheProperties cache,
            Clock clock,
            AttachmentReader attachments,
            TranslationStep translation,
            SpeechConfiguration.Listening listening) {
        Fetches fetches = new Fetches(http, cache.freshness(), store);
        return new SessionWork(
                new CheckpointStore(store, clock, cache.limits()),
                new PageStep(fetches, new ScheduleFeeds(fetches, cache.schedules(), cache.mostSchedules(), clock)),
                new SlidesStep(fetches, attachments),
                new TranscriptStep(fetches, store, listening.to(fetches)),
                translation,
                new BundleStep(store));
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

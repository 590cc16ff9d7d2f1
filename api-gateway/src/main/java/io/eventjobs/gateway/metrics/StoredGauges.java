package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.job.JobStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only MongoDB knows, looked at now and then: whoever asks for metrics does not wait for it. */
@Configuration(proxyBeanMethods = false)
class StoredGauges {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final int MAX_COUNT = 1_000_000;
    private static final int PHASE = 200;

    @Bean
    TaskRunner storedGaugesRunner(JobRecords jobs, MeterRegistry registry, Clock clock) {
        AtomicLong deadLetters = new AtomicLong();
        AtomicLong oldestWait = new AtomicLong();
        Gauge.builder("event_jobs.dead_letters", deadLetters, AtomicLong::get)
                .description("Open dead letters of all gateways")
                .register(registry);
        Gauge.builder("event_jobs.oldest_wait", oldestWait, AtomicLong::get)
                .baseUnit("seconds")
                .description("How long the job that waits longest does so, of all gateways")
                .register(registry);
        BackgroundTask look = () -> {
            deadLetters.set(jobs.count(new Document("dead_letter.state", DeadLetter.State.OPEN.word()), MAX_COUNT));
            oldestWait.set(oldestWait(jobs, clock));
            return BETWEEN_LOOKS;
        };
        return new TaskRunner("stored-gauges", PHASE, new Signal(), look);
    }

    private static long oldestWait(JobRecords jobs, Clock clock) {
        List<JobRecord> oldest =
                jobs.list(new Document("status", JobStatus.PENDING.word()), new Document("updated_at", 1), 1);
        return oldest.isEmpty()
                ? 0
                : Duration.between(oldest.getFirst().state().times().updatedAt(), clock.instant())
                        .toSeconds();
    }
}

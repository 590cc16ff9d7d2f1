package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gauges that require queries to MongoDB. They are refreshed in the background, so that scraping does not wait. */
@Configuration(proxyBeanMethods = false)
class StoredGauges {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    @Bean
    TaskRunner storedGaugesRunner(QueueStatistics queue, MeterRegistry registry, Clock clock) {
        AtomicLong deadLetters = new AtomicLong();
        AtomicLong oldestWait = new AtomicLong();
        Gauge.builder("event_jobs.dead_letters", deadLetters, AtomicLong::get)
                .description("Open dead letters, over all gateways")
                .register(registry);
        Gauge.builder("event_jobs.oldest_wait", oldestWait, AtomicLong::get)
                .baseUnit("seconds")
                .description("Waiting time of the job that has waited longest, over all gateways")
                .register(registry);
        BackgroundTask look = () -> {
            deadLetters.set(queue.openDeadLetters());
            oldestWait.set(
                    queue.longestWait(clock.instant()).orElse(Duration.ZERO).toSeconds());
            return BETWEEN_LOOKS;
        };
        return new TaskRunner("stored-gauges", Phases.BACKGROUND, new Signal(), look);
    }
}

package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Gauges that require queries to MongoDB. They are refreshed in the background, so that scraping does not wait. */
final class StoredGauges implements BackgroundTask {
    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final QueueStatistics queue;
    private final Clock clock;
    private final AtomicLong deadLetters = new AtomicLong();
    private final AtomicLong oldestWait = new AtomicLong();

    StoredGauges(QueueStatistics queue, MeterRegistry registry, Clock clock) {
        this.queue = queue;
        this.clock = clock;
        Gauge.builder("event_jobs.dead_letters", deadLetters, AtomicLong::get)
                .description("Open dead letters, over all gateways")
                .register(registry);
        Gauge.builder("event_jobs.oldest_wait", oldestWait, AtomicLong::get)
                .baseUnit("seconds")
                .description("Waiting time of the job that has waited longest, over all gateways")
                .register(registry);
    }

    @Override
    public Duration run() {
        deadLetters.set(queue.openDeadLetters());
        oldestWait.set(queue.longestWait(clock.instant()).orElse(Duration.ZERO).toSeconds());
        return INTERVAL;
    }
}

package io.eventjobs.gateway.metrics;

import io.eventjobs.gateway.outbox.PublicationListener;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts published events by type, and failures and retries by code. Since each transition causes one event, none is missed or counted
 * twice. Codes come from a fixed catalogue, which bounds the number of meters.
 */
@Component
class EventCounter implements PublicationListener {
    private static final String NONE = "NONE";

    private final MeterRegistry meters;
    private final Clock clock;

    EventCounter(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        startAtZero();
    }

    @Override
    public void published(PublicEvent event) {
        meters.counter("event_jobs.events", "type", event.type().word()).increment();
        meters.timer("event_jobs.outbox.delay").record(delay(event));
        if (event.type() == EventType.JOB_FAILED) {
            meters.counter("event_jobs.failures", "code", code(event)).increment();
        }
        if (event.type() == EventType.JOB_RETRYING) {
            meters.counter("event_jobs.retries", "code", code(event)).increment();
        }
    }

    /** An increase from a meter that did not exist is not seen by a monitoring system, and an alert on it would miss the first failure. */
    private void startAtZero() {
        for (EventType type : EventType.values()) {
            meters.counter("event_jobs.events", "type", type.word());
        }
        for (FailureCode code : FailureCode.values()) {
            meters.counter("event_jobs.failures", "code", code.name());
            meters.counter("event_jobs.retries", "code", code.name());
        }
        meters.counter("event_jobs.retries", "code", NONE);
        meters.timer("event_jobs.outbox.delay");
    }

    private Duration delay(PublicEvent event) {
        Duration delay = Duration.between(event.time(), clock.instant());
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /** An interruption has no code. */
    private static String code(PublicEvent event) {
        return String.valueOf(event.data().getOrDefault("error_code", NONE));
    }
}

package io.eventjobs.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts tries, deliveries that were given up, and webhooks that were switched off. Thread-safe. */
final class WebhookMeters {
    private final Counter delivered;
    private final Counter failed;
    private final Counter givenUp;
    private final Counter disabled;

    WebhookMeters(MeterRegistry registry) {
        this.delivered = registry.counter("event_jobs.webhooks.tries", "result", "delivered");
        this.failed = registry.counter("event_jobs.webhooks.tries", "result", "failed");
        this.givenUp = registry.counter("event_jobs.webhooks.given_up");
        this.disabled = registry.counter("event_jobs.webhooks.disabled");
    }

    void delivered() {
        delivered.increment();
    }

    void failedTry() {
        failed.increment();
    }

    void givenUp() {
        givenUp.increment();
    }

    void disabled() {
        disabled.increment();
    }
}

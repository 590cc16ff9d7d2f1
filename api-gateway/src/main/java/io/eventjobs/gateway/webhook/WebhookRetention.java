package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.WebhookRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Deletes deliveries that were finished long ago, and the webhooks of jobs and batches that were deleted long ago. */
final class WebhookRetention implements BackgroundTask {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final WebhookRecords webhooks;
    private final DeliveryRecords deliveries;
    private final Duration kept;
    private final Clock clock;

    WebhookRetention(WebhookRecords webhooks, DeliveryRecords deliveries, Duration kept, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        Instant time = clock.instant().minus(kept);
        deliveries.purgeFinishedBefore(time);
        webhooks.purgeEndedBefore(time);
        return INTERVAL;
    }
}

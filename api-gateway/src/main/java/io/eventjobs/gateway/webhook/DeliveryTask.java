package io.eventjobs.gateway.webhook;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes the deliveries that are due, whichever gateway made them: each is claimed by a conditional update that moves its next try past the end
 * of a lease, so that another gateway tries it again if this one dies.
 */
final class DeliveryTask implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTask.class);
    /** Longer than an attempt with its reads and writes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(100);
    private static final Duration POSTPONED = Duration.ofSeconds(5);
    private static final int PAGE = 100;

    private final DeliveryRecords deliveries;
    private final WebhookRecords webhooks;
    private final Attempt attempt;
    private final DeliveryOutcomes outcomes;
    private final DeliverySlots slots;
    private final Clock clock;

    DeliveryTask(
            DeliveryRecords deliveries,
            WebhookRecords webhooks,
            Attempt attempt,
            DeliveryOutcomes outcomes,
            DeliverySlots slots,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.attempt = attempt;
        this.outcomes = outcomes;
        this.slots = slots;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        boolean any = false;
        for (DeliveryRecord delivery : deliveries.due(now(), PAGE)) {
            if (slots.isFull(delivery.webhook())) {
                // Those of a slow receiver must not stand in front of the others.
                deliveries.store(delivery, delivery.retriedAt(now().plus(POSTPONED)));
            } else if (slots.acquire(delivery.webhook())) {
                any = true;
                begin(delivery);
            } else {
                return BUSY;
            }
        }
        return any ? BUSY : IDLE;
    }

    private void begin(DeliveryRecord delivery) {
        boolean begun = false;
        try {
            Instant now = now();
            Optional<DeliveryRecord> claimed = deliveries.store(delivery, delivery.claimed(now, now.plus(LEASE)));
            if (claimed.isPresent()) {
                begun = true;
                slots.run(delivery.webhook(), () -> deliver(claimed.get()));
            }
        } finally {
            if (!begun) {
                slots.release(delivery.webhook());
            }
        }
    }

    private void deliver(DeliveryRecord delivery) {
        try {
            Optional<WebhookRecord> webhook = webhooks.find(delivery.webhook());
            if (webhook.isEmpty() || webhook.get().isDisabled()) {
                outcomes.undeliverable(
                        delivery, webhook.isEmpty() ? "the webhook was deleted" : "the webhook is switched off");
            } else {
                outcomes.record(delivery, webhook.get(), attempt.send(delivery, webhook.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | ArtifactStoreException | IllegalStateException e) {
            LOG.atWarn()
                    .addKeyValue("delivery_id", delivery.id())
                    .addKeyValue(LogKeys.FAULT, e.getMessage())
                    .log("Delivery interrupted; it is tried again after its lease");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Sends a delivery once. */
    @FunctionalInterface
    interface Attempt {
        /** Returns what came of it. */
        DeliveryRecord.Try send(DeliveryRecord delivery, WebhookRecord webhook) throws InterruptedException;
    }
}

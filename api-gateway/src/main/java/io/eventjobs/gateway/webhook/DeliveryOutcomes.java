package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.DeliveryRecord.Status;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecord.Health;
import io.eventjobs.gateway.mongo.WebhookRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what came of a try: delivered, to be tried again, or given up; and switches off webhooks that fail for long. */
final class DeliveryOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryOutcomes.class);
    private static final int GONE = 410;

    private final DeliveryRecords deliveries;
    private final WebhookRecords webhooks;
    private final RetrySchedule schedule;
    private final Duration disableAfter;
    private final Notices notices;
    private final Clock clock;

    DeliveryOutcomes(
            DeliveryRecords deliveries,
            WebhookRecords webhooks,
            RetrySchedule schedule,
            Duration disableAfter,
            Notices notices,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.schedule = schedule;
        this.disableAfter = disableAfter;
        this.notices = notices;
        this.clock = clock;
    }

    void record(DeliveryRecord delivery, WebhookRecord webhook, DeliveryRecord.Try made) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (made.error() == null) {
            notices.meters().delivered();
            deliveries.store(delivery, delivery.ended(Status.DELIVERED, made, now));
            store(webhook, Health.GOOD);
            return;
        }
        notices.meters().failedTry();
        boolean gone = Objects.equals(made.statusCode(), GONE);
        Optional<Instant> next = gone
                ? Optional.empty()
                : schedule.next(delivery.tries(), Objects.requireNonNullElse(delivery.begunAt(), now), now);
        deliveries.store(
                delivery,
                next.map(at -> delivery.retried(made, at)).orElseGet(() -> delivery.ended(Status.FAILED, made, now)));
        Instant since = Objects.requireNonNullElse(webhook.health().failingSince(), made.at());
        if (next.isEmpty()) {
            notices.meters().givenUp();
        }
        if (gone) {
            disable(webhook, since, now, "its receiver responded 410 Gone");
        } else if (next.isEmpty() && !since.plus(disableAfter).isAfter(now)) {
            disable(webhook, since, now, "no delivery succeeded since " + since);
        } else {
            store(webhook, new Health(since, null, null));
        }
    }

    /** It cannot even be tried. */
    void undeliverable(DeliveryRecord delivery, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        notices.meters().givenUp();
        deliveries.store(delivery, delivery.ended(Status.FAILED, new DeliveryRecord.Try(now, 0, null, reason), now));
    }

    private void disable(WebhookRecord webhook, Instant since, Instant now, String reason) {
        if (store(webhook, new Health(since, now, reason))) {
            notices.meters().disabled();
            notices.audit().add(webhook.tenant().value(), "disableWebhook", webhook.id() + ": " + reason, "gateway");
            LOG.atWarn()
                    .addKeyValue("webhook", webhook.id())
                    .addKeyValue("reason", reason)
                    .log("Webhook switched off");
        }
    }

    /** A concurrent change, by another delivery or by its owner, is the newer statement; it is kept. */
    private boolean store(WebhookRecord webhook, Health health) {
        boolean changes = !webhook.health().equals(health);
        return changes
                && webhooks.store(webhook, webhook.with(webhook.target(), webhook.sealed(), health))
                        .isPresent();
    }

    /** Where operators see what happened. */
    record Notices(WebhookMeters meters, AuditLog audit) {}
}

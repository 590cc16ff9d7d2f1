package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.mongo.DeliveryRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as clients see it.
 *
 * @param deliveryId sent as {@code webhook-id}
 * @param webhook what it belongs to, and its name if it is a tenant's
 * @param status {@code pending}, {@code delivered}, or {@code failed}: given up
 * @param nextTryAt null unless pending
 * @param tries the last ones
 */
record DeliveryView(
        String deliveryId,
        String webhook,
        String eventId,
        String eventType,
        String subject,
        String status,
        Instant createdAt,
        @Nullable Instant nextTryAt,
        @Nullable Instant finishedAt,
        List<TryView> tries) {
    static DeliveryView of(DeliveryRecord delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.webhook(),
                delivery.event().id(),
                delivery.event().type(),
                delivery.event().subject(),
                delivery.status().word(),
                delivery.createdAt(),
                delivery.dueAt(),
                delivery.finishedAt(),
                delivery.log().stream().map(TryView::of).toList());
    }

    /**
     * A try.
     *
     * @param statusCode of the response, if there was one
     * @param error what went wrong, if anything did
     */
    record TryView(Instant at, long durationMillis, @Nullable Integer statusCode, @Nullable String error) {
        static TryView of(DeliveryRecord.Try made) {
            return new TryView(made.at(), made.durationMillis(), made.statusCode(), made.error());
        }
    }
}

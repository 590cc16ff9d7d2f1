package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event to be delivered to a webhook. A value; {@link DeliveryRecords} stores changes unless it was changed concurrently.
 *
 * @param id made from event and webhook, so that neither a repeated event nor another gateway makes a second one; sent as webhook-id
 * @param webhook id of the webhook
 * @param begunAt first try of the present series; a person may begin another
 * @param dueAt next try; whoever tries moves it past the end of its lease first
 * @param tries number of tries in the present series
 * @param finishedAt null while pending
 * @param log the last tries
 */
public record DeliveryRecord(
        String id,
        long version,
        String webhook,
        TenantId tenant,
        Event event,
        Status status,
        Instant createdAt,
        @Nullable Instant begunAt,
        @Nullable Instant dueAt,
        int tries,
        @Nullable Instant finishedAt,
        List<Try> log) {
    private static final int KEPT_TRIES = 20;

    public DeliveryRecord {
        log = List.copyOf(log.subList(Math.max(0, log.size() - KEPT_TRIES), log.size()));
    }

    /** A delivery that nobody has tried. */
    public static DeliveryRecord pending(String id, WebhookRecord webhook, Event event, Instant now) {
        return new DeliveryRecord(
                id, 1, webhook.id(), webhook.tenant(), event, Status.PENDING, now, null, now, 0, null, List.of());
    }

    /** Somebody tries it now; if they die, it is due again at {@code lease}. */
    public DeliveryRecord claimed(Instant now, Instant lease) {
        return with(Status.PENDING, begunAt == null ? now : begunAt, lease, tries + 1, null, log);
    }

    public DeliveryRecord retried(Try failed, Instant next) {
        return with(Status.PENDING, begunAt, next, tries, null, plus(failed));
    }

    /** Not tried now, but then. */
    public DeliveryRecord retriedAt(Instant next) {
        return with(Status.PENDING, begunAt, next, tries, null, log);
    }

    /** Without another try. */
    public DeliveryRecord ended(Status as, @Nullable Try last, Instant now) {
        return with(as, begunAt, null, tries, now, last == null ? log : plus(last));
    }

    /** A new series of tries, begun by a person. */
    public DeliveryRecord again(Instant now) {
        return with(Status.PENDING, null, now, 0, null, log);
    }

    DeliveryRecord atVersion(long next) {
        return new DeliveryRecord(
                id, next, webhook, tenant, event, status, createdAt, begunAt, dueAt, tries, finishedAt, log);
    }

    private List<Try> plus(Try last) {
        List<Try> longer = new ArrayList<>(log);
        longer.add(last);
        return longer;
    }

    private DeliveryRecord with(
            Status nextStatus,
            @Nullable Instant begun,
            @Nullable Instant due,
            int made,
            @Nullable Instant finished,
            List<Try> kept) {
        return new DeliveryRecord(
                id, version, webhook, tenant, event, nextStatus, createdAt, begun, due, made, finished, kept);
    }

    /**
     * What is delivered.
     *
     * @param batch null for a job without one
     * @param json the event in structured content mode
     */
    public record Event(String id, String type, String subject, @Nullable String batch, String json) {}

    /** The state of a delivery. */
    public enum Status {
        PENDING,
        DELIVERED,
        /** Given up, or the webhook is switched off or gone. */
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A try.
     *
     * @param statusCode of the response, null if there was none
     * @param error what went wrong, null after success; contains no secret
     */
    public record Try(Instant at, long durationMillis, @Nullable Integer statusCode, @Nullable String error) {}
}

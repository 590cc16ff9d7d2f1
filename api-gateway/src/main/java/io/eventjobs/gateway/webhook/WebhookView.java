package io.eventjobs.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.mongo.WebhookRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as clients see it: without secrets, values of headers, and the query of its address.
 *
 * @param headers their names
 * @param secretCount how many secrets sign: two while a replaced one is still valid
 * @param previousSecretUntil until when the replaced secret signs
 * @param status {@code active}, or {@code disabled}: it was switched off, and a PUT switches it on again
 * @param failingSince the first failure after the last success
 */
record WebhookView(
        String name,
        String url,
        List<String> events,
        boolean includeMarkdown,
        boolean includeMetadata,
        List<String> headers,
        int secretCount,
        @Nullable Instant previousSecretUntil,
        String status,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        Instant createdAt) {
    static WebhookView of(WebhookRecord webhook, Instant now) {
        List<WebhookRecord.SealedSecret> live = webhook.sealed().secrets().stream()
                .filter(secret -> secret.until() == null || secret.until().isAfter(now))
                .toList();
        return new WebhookView(
                webhook.id().substring(webhook.owner().length() + 1),
                shown(webhook.target().url()),
                webhook.target().events(),
                webhook.target().includeMarkdown(),
                webhook.target().includeMetadata(),
                webhook.sealed().headerNames(),
                live.size(),
                live.size() > 1 ? live.getLast().until() : null,
                webhook.isDisabled() ? "disabled" : "active",
                webhook.health().failingSince(),
                webhook.health().disabledAt(),
                webhook.health().disabledReason(),
                webhook.createdAt());
    }

    /** A query often is a secret. */
    private static String shown(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?…";
    }

    record WebhookList(List<WebhookView> webhooks) {}

    /** Whether the page is the last is told even if it is. */
    record DeliveryList(
            List<DeliveryView> deliveries, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
}

package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecord.Sealed;
import io.eventjobs.gateway.mongo.WebhookRecord.SealedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens the secrets and headers of webhooks. A replaced secret signs beside the new one for a while. Thread-safe. */
final class WebhookVault {
    private static final Sealed EMPTY = new Sealed(List.of(), "", List.of());

    private final SecretVault vault;
    private final Duration overlap;
    private final JsonMapper json = JsonMapper.shared();

    /** @param overlap how long a replaced secret still signs */
    WebhookVault(SecretVault vault, Duration overlap) {
        this.vault = vault;
        this.overlap = overlap;
    }

    /** @param before of the existing webhook, null for a new one */
    Sealed sealed(String id, WebhookDraft draft, @Nullable Sealed before, Instant now) {
        Sealed present = before == null ? EMPTY : before;
        Map<String, String> headers = draft.headers();
        boolean keepsHeaders = headers == null && before != null;
        Map<String, String> next = headers == null ? Map.of() : headers;
        return new Sealed(
                secrets(id, draft.secret(), present.secrets(), now),
                keepsHeaders ? present.headers() : vault.seal(id, json.writeValueAsString(next)),
                keepsHeaders ? present.headerNames() : List.copyOf(next.keySet()));
    }

    /** The secrets that sign at this time, newest first. */
    List<WebhookSecret> secrets(WebhookRecord webhook, Instant now) {
        return live(webhook.sealed().secrets(), now).stream()
                .map(secret -> WebhookSecret.parse(vault.open(webhook.id(), secret.value())))
                .toList();
    }

    Map<String, String> headers(WebhookRecord webhook) {
        return json.readValue(
                vault.open(webhook.id(), webhook.sealed().headers()),
                new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private List<SealedSecret> secrets(String id, @Nullable String given, List<SealedSecret> present, Instant now) {
        List<SealedSecret> live = live(present, now);
        if (given == null
                || !live.isEmpty()
                        && WebhookSecret.parse(vault.open(id, live.getFirst().value()))
                                .equals(WebhookSecret.parse(given))) {
            return live;
        }
        List<SealedSecret> next = new ArrayList<>();
        next.add(new SealedSecret(vault.seal(id, given), null));
        if (!live.isEmpty()) {
            next.add(new SealedSecret(live.getFirst().value(), now.plus(overlap)));
        }
        return next;
    }

    private static List<SealedSecret> live(List<SealedSecret> secrets, Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || secret.until().isAfter(now))
                .toList();
    }
}

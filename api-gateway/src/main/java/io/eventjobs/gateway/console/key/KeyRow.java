package io.eventjobs.gateway.console.key;

import io.eventjobs.gateway.key.KeyRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key in the list; never the key itself. */
record KeyRow(
        String id,
        String name,
        String tenant,
        String role,
        boolean isGood,
        String status,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static KeyRow of(KeyRecord key, Instant now) {
        boolean isGood = key.isGood(now);
        return new KeyRow(
                key.id(),
                key.grant().name(),
                key.grant().tenant().value(),
                key.grant().role().word(),
                isGood,
                isGood ? "active" : key.life().revokedAt() == null ? "expired" : "revoked",
                key.life().createdAt(),
                key.life().expiresAt(),
                key.life().lastUsedAt());
    }
}

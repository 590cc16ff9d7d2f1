package io.eventjobs.gateway.keyaction;

import io.eventjobs.gateway.key.KeyRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key as operators see it. */
@Schema(name = "ApiKey")
record KeyView(
        String keyId,
        @Schema(description = "The key itself, only in the response that created it: it is stored as a hash") @Nullable String key,
        String tenant,
        @Schema(allowableValues = {"viewer", "submitter", "operator"}) String role,
        String name,
        @Schema(allowableValues = {"active", "expired", "revoked"}) String status,
        Instant createdAt,
        @Schema(description = "Absent if it never expires") @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Schema(description = "Accurate to a minute; absent if it was never used") @Nullable Instant lastUsedAt,
        @Schema(description = "The key that was rotated to this one") @Nullable String replaces) {

    static KeyView of(KeyRecord key, Instant now) {
        return of(new IssuedKey(key, null), now);
    }

    static KeyView of(IssuedKey issued, Instant now) {
        KeyRecord key = issued.record();
        return new KeyView(
                key.id(),
                issued.text(),
                key.grant().tenant().value(),
                key.grant().role().word(),
                key.grant().name(),
                status(key, now),
                key.life().createdAt(),
                key.life().expiresAt(),
                key.life().revokedAt(),
                key.life().lastUsedAt(),
                key.replaces());
    }

    private static String status(KeyRecord key, Instant now) {
        return key.isGood(now) ? "active" : key.life().revokedAt() == null ? "expired" : "revoked";
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return keyId;
    }
}

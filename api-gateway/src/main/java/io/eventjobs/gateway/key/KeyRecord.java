package io.eventjobs.gateway.key;

import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored.
 *
 * @param version incremented with each stored change; condition of the next
 * @param hash by {@link KeyHasher}
 * @param replaces id of the key that was rotated to this one, null if none
 */
public record KeyRecord(
        String id,
        long version,
        Grant grant,
        String hash,
        Life life,
        @Nullable String replaces,
        @Nullable IdempotencyMark idempotency) {

    /**
     * What its holder is let do.
     *
     * @param name for people, to know whose it is
     */
    public record Grant(TenantId tenant, Role role, String name) {}

    /**
     * How long it is good.
     *
     * @param expiresAt null for never
     * @param revokedAt null if it was not
     * @param lastUsedAt accurate to a minute, null if it was not used
     */
    public record Life(
            Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant revokedAt, @Nullable Instant lastUsedAt) {
        public static Life from(Instant now, @Nullable Instant expiresAt) {
            return new Life(now, expiresAt, null, null);
        }

        /** How long it was given for; null for ever. */
        public @Nullable Duration span() {
            return expiresAt == null ? null : Duration.between(createdAt, expiresAt);
        }

        Life revoked(Instant now) {
            return revokedAt == null ? new Life(createdAt, expiresAt, now, lastUsedAt) : this;
        }

        Life endingBy(Instant time) {
            return expiresAt != null && expiresAt.isBefore(time)
                    ? this
                    : new Life(createdAt, time, revokedAt, lastUsedAt);
        }
    }

    /** Whether it opens anything at this time. */
    public boolean isGood(Instant now) {
        return life.revokedAt() == null && (life.expiresAt() == null || now.isBefore(life.expiresAt()));
    }

    /** From now on it opens nothing. */
    public KeyRecord revoked(Instant now) {
        return with(life.revoked(now));
    }

    /** It expires at that time, if not earlier. */
    public KeyRecord endingBy(Instant time) {
        return with(life.endingBy(time));
    }

    public KeyRecord atVersion(long next) {
        return new KeyRecord(id, next, grant, hash, life, replaces, idempotency);
    }

    private KeyRecord with(Life changed) {
        return new KeyRecord(id, version, grant, hash, changed, replaces, idempotency);
    }
}

package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored webhook. A value; {@link WebhookRecords} stores changes unless it was changed concurrently.
 *
 * @param id unique; also binds the sealed values
 * @param owner what it belongs to: {@code tenant/TENANT}, {@code batch/TENANT/BATCH} or {@code job/JOB}
 */
public record WebhookRecord(
        String id,
        long version,
        String owner,
        TenantId tenant,
        Target target,
        Sealed sealed,
        Health health,
        Instant createdAt) {

    public WebhookRecord with(Target nextTarget, Sealed nextSealed, Health nextHealth) {
        return new WebhookRecord(id, version, owner, tenant, nextTarget, nextSealed, nextHealth, createdAt);
    }

    WebhookRecord atVersion(long next) {
        return new WebhookRecord(id, next, owner, tenant, target, sealed, health, createdAt);
    }

    public boolean isDisabled() {
        return health.disabledAt() != null;
    }

    /**
     * What is sent, and where.
     *
     * @param events words of types, or {@code *}
     */
    public record Target(String url, List<String> events, boolean includeMarkdown, boolean includeMetadata) {
        public Target {
            events = List.copyOf(events);
        }
    }

    /**
     * What must not be read from the database.
     *
     * @param secrets newest first, encrypted
     * @param headers a JSON object, encrypted
     * @param headerNames may be shown
     */
    public record Sealed(List<SealedSecret> secrets, String headers, List<String> headerNames) {
        public Sealed {
            secrets = List.copyOf(secrets);
            headerNames = List.copyOf(headerNames);
        }
    }

    /** @param until signs until then; null for the present one */
    public record SealedSecret(String value, @Nullable Instant until) {}

    /**
     * How deliveries went.
     *
     * @param failingSince the first failure after the last success
     * @param disabledAt when it was switched off
     * @param disabledReason a sentence
     */
    public record Health(
            @Nullable Instant failingSince, @Nullable Instant disabledAt, @Nullable String disabledReason) {
        public static final Health GOOD = new Health(null, null, null);
    }
}

package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecords;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.eventjobs.gateway.transition.ConditionalUpdate.Attempt;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores webhooks. */
final class WebhookRegistration implements SubmittedWebhooks {
    static final int MAX_PER_TENANT = 20;

    private final WebhookRecords records;
    private final @Nullable WebhookVault vault;
    private final ConditionalUpdate update;
    private final Clock clock;

    /** @param vault null where webhooks are not enabled; then no draft exists */
    WebhookRegistration(WebhookRecords records, @Nullable WebhookVault vault, ConditionalUpdate update, Clock clock) {
        this.records = records;
        this.vault = vault;
        this.update = update;
        this.clock = clock;
    }

    @Override
    public void ofJob(TenantId tenant, JobId job, WebhookDraft draft) {
        WebhookOwner owner = WebhookOwner.of(job);
        records.insert(fresh(owner.text(), owner, tenant, draft));
    }

    @Override
    public void ofBatch(BatchKey batch, Instant createdAt, WebhookDraft draft) {
        WebhookOwner owner = WebhookOwner.of(batch);
        String id = owner.text() + "/" + createdAt.toEpochMilli();
        records.endOthers(owner.text(), id, now());
        records.insert(fresh(id, owner, batch.tenant(), draft));
    }

    /** Creates the tenant's webhook of that name, or replaces it; one that was switched off is on again. */
    WebhookRecord put(TenantId tenant, String name, WebhookDraft draft) {
        WebhookOwner owner = WebhookOwner.of(tenant);
        String id = id(tenant, name);
        return update.run("webhook " + id, () -> {
            Optional<WebhookRecord> found = records.find(id);
            if (found.isPresent()) {
                return Attempt.of(records.store(found.get(), replaced(found.get(), owner, draft)));
            }
            if (ofTenant(tenant).size() >= MAX_PER_TENANT) {
                throw new ApiException(ErrorCode.WEBHOOKS_FULL, ErrorCode.WEBHOOKS_FULL.meaning());
            }
            if (draft.secret() == null) {
                // It was deleted since the secret was found to be dispensable.
                throw new ApiException(ErrorCode.CONFLICT, ErrorCode.CONFLICT.meaning());
            }
            WebhookRecord fresh = fresh(id, owner, tenant, draft);
            return records.insert(fresh) ? Attempt.done(fresh) : Attempt.of(Optional.empty());
        });
    }

    Optional<WebhookRecord> find(TenantId tenant, String name) {
        return records.find(id(tenant, name));
    }

    List<WebhookRecord> ofTenant(TenantId tenant) {
        return records.ofOwners(List.of(WebhookOwner.of(tenant).text()), MAX_PER_TENANT);
    }

    boolean delete(TenantId tenant, String name) {
        return records.delete(id(tenant, name));
    }

    static String id(TenantId tenant, String name) {
        return WebhookOwner.of(tenant).text() + "/" + name;
    }

    private WebhookRecord fresh(String id, WebhookOwner owner, TenantId tenant, WebhookDraft draft) {
        Instant now = now();
        return new WebhookRecord(
                id,
                1,
                owner.text(),
                tenant,
                target(owner, draft),
                vault().sealed(id, draft, null, now),
                WebhookRecord.Health.GOOD,
                now);
    }

    private WebhookRecord replaced(WebhookRecord before, WebhookOwner owner, WebhookDraft draft) {
        return before.with(
                target(owner, draft),
                vault().sealed(before.id(), draft, before.sealed(), now()),
                WebhookRecord.Health.GOOD);
    }

    private WebhookVault vault() {
        if (vault == null) {
            throw new IllegalStateException("webhooks are not enabled, so none can have been read");
        }
        return vault;
    }

    private static WebhookRecord.Target target(WebhookOwner owner, WebhookDraft draft) {
        return new WebhookRecord.Target(
                draft.url(),
                draft.events().isEmpty() ? owner.defaultEvents() : draft.events(),
                draft.includeMarkdown(),
                draft.includeMetadata());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

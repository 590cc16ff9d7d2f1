package io.eventjobs.gateway.webhook;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the addresses of webhooks by what they belong to. */
public final class RecordedWebhooks implements SubmittedWebhooks {
    private final Map<String, String> addresses = new LinkedHashMap<>();

    @Override
    public void ofJob(TenantId tenant, JobId job, WebhookDraft draft) {
        addresses.put(job.value(), draft.url());
    }

    @Override
    public void ofBatch(BatchKey batch, Instant createdAt, WebhookDraft draft) {
        addresses.put(batch.id().value(), draft.url());
    }

    public Map<String, String> addresses() {
        return addresses;
    }
}

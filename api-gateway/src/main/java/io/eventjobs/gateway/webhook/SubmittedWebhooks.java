package io.eventjobs.gateway.webhook;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;

/** Stores the webhooks that come with jobs and batches, before these, so that no event is missed; repeating that changes nothing. */
public interface SubmittedWebhooks {
    void ofJob(TenantId tenant, JobId job, WebhookDraft draft);

    /** @param createdAt tells batches apart that have the same id one after the other */
    void ofBatch(BatchKey batch, Instant createdAt, WebhookDraft draft);
}

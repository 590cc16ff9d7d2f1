package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.webhook.WebhookDraft;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as described by a client, validated but not stored.
 *
 * @param id chosen by the client, null if none
 * @param maxParallel null for no limit
 * @param webhook null if it has none of its own
 */
record BatchDraft(
        @Nullable BatchId id,
        String name,
        List<JobDraft> jobs,
        Priority priority,
        @Nullable Integer maxParallel,
        @Nullable WebhookDraft webhook,
        List<String> warnings) {}

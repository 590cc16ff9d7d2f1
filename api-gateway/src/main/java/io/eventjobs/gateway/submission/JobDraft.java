package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.webhook.WebhookDraft;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as described by a client, validated but not stored.
 *
 * @param longTranscript a transcript too long to be stored in the job's record, null if there is none
 * @param webhook null if it has none of its own
 * @param warnings about fields that were accepted but have no effect
 */
record JobDraft(
        String name,
        JobParameters parameters,
        @Nullable Priority priority,
        @Nullable String longTranscript,
        @Nullable WebhookDraft webhook,
        List<String> warnings) {}

package io.eventjobs.gateway.submission;

import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as a client described it, checked, not stored.
 *
 * @param longTranscript a transcript that is too long to stand in the job, null if there is none
 * @param warnings about fields that were accepted without effect
 */
record JobDraft(
        String name,
        JobParameters parameters,
        @Nullable Priority priority,
        @Nullable String longTranscript,
        List<String> warnings) {}

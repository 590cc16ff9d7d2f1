package io.eventjobs.gateway.submission;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as a client described it, checked, not stored.
 *
 * @param id as the client chose it, null if it did not
 * @param maxParallel null for no limit of its own
 */
record BatchDraft(
        @Nullable BatchId id,
        String name,
        List<JobDraft> jobs,
        Priority priority,
        @Nullable Integer maxParallel,
        List<String> warnings) {}

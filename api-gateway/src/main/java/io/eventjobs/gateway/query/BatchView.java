package io.eventjobs.gateway.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as returned by the API.
 *
 * @param jobs one page of its jobs in batch order; only if a single batch is requested
 * @param nextCursor of that page, null on the last one
 */
public record BatchView(
        String batchId,
        String batchName,
        String status,
        boolean active,
        boolean archived,
        int priority,
        @Nullable Integer maxParallel,
        int jobCount,
        int pendingCount,
        int processingCount,
        int completedCount,
        int failedCount,
        int cancelledCount,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        @Nullable List<BatchJobView> jobs,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    static BatchView of(BatchRecord batch, @Nullable List<BatchJobView> jobs, @Nullable String nextCursor) {
        StateCounts counts = batch.state().counts();
        return new BatchView(
                batch.key().id().value(),
                batch.request().name(),
                batch.status().word(),
                batch.state().active(),
                batch.state().archived(),
                batch.request().priority().level(),
                batch.request().maxParallel(),
                counts.total(),
                counts.pending(),
                counts.processing(),
                counts.completed(),
                counts.failed(),
                counts.cancelled(),
                nextCursor,
                jobs,
                batch.request().createdAt(),
                batch.state().updatedAt(),
                batch.state().completedAt());
    }

    /** A job in its batch's list. */
    public record BatchJobView(
            String jobId,
            String jobName,
            String status,
            JobView.ProgressView progress,
            JobView.@Nullable ErrorView error) {
        static BatchJobView of(JobRecord job) {
            return new BatchJobView(
                    job.id().value(),
                    job.request().name(),
                    job.status().publicWord(),
                    JobView.ProgressView.of(job.state().progress()),
                    JobView.ErrorView.of(job.outcome().failure()));
        }
    }
}

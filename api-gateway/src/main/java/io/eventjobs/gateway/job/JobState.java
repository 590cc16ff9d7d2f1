package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a job is.
 *
 * @param token the fence: grows at every dispatch, never reset
 * @param notBefore when a waiting job may be dispatched, null for at once
 * @param holder who was granted the job; only while it is processing
 * @param progressSequence of the last progress applied from the holder
 */
public record JobState(
        JobStatus status,
        long token,
        RetryBudget budget,
        @Nullable Instant notBefore,
        @Nullable Holder holder,
        Progress progress,
        long progressSequence,
        Times times) {

    JobState with(Times next) {
        return new JobState(status, token, budget, notBefore, holder, progress, progressSequence, next);
    }

    static JobState accepted(Instant now) {
        return new JobState(
                JobStatus.PENDING,
                0,
                RetryBudget.FRESH,
                null,
                null,
                Progress.at(ProgressStep.QUEUED, "Waiting"),
                0,
                new Times(now, null, null, null));
    }

    /**
     * When things happened.
     *
     * @param startedAt of the execution that has the job or had it last, null before the first
     * @param deletedAt since when it is nothing but a tombstone, null as long as it is there
     * @param completedAt when a terminal state was reached, null in any other
     */
    public record Times(
            Instant updatedAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant deletedAt) {}
}

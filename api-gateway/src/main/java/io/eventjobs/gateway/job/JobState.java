package io.eventjobs.gateway.job;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a job.
 *
 * @param token fencing token: incremented by every dispatch, never reset
 * @param notBefore earliest time of dispatch of a waiting job, null for immediately
 * @param holder execution that the job was granted to; only while processing
 * @param progressSequence sequence number of the last progress applied
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

    /** Dispatched under the next token. */
    JobState queued(Instant now) {
        return new JobState(JobStatus.QUEUED, token + 1, budget, null, null, progress, 0, times.touched(now));
    }

    /** Granted to an execution. */
    JobState heldBy(Holder execution, Instant now) {
        Progress started = Progress.at(ProgressStep.QUEUED, "Started");
        return new JobState(JobStatus.PROCESSING, token, budget, null, execution, started, 0, times.started(now));
    }

    /** With new progress of the holder. */
    JobState progressed(Progress next, long sequence, Instant now) {
        return new JobState(status, token, budget, notBefore, holder, next, sequence, times.touched(now));
    }

    /** The holder's worker runs nothing else. */
    JobState heldAlone() {
        return holder == null
                ? this
                : new JobState(
                        status, token, budget, notBefore, holder.runningAlone(), progress, progressSequence, times);
    }

    /** Whether the holder's worker runs nothing else. */
    public boolean isHeldAlone() {
        return holder != null && holder.isAlone();
    }

    /** Waiting to be dispatched, for the first time or again. */
    JobState waiting(@Nullable Instant until, RetryBudget left, Instant now) {
        Progress waiting = Progress.at(ProgressStep.QUEUED, "Waiting");
        return new JobState(JobStatus.PENDING, token, left, until, null, waiting, 0, times.waiting(now));
    }

    /** In a terminal status. */
    JobState ended(JobStatus terminal, Progress last, Instant now) {
        return new JobState(terminal, token, budget, null, null, last, 0, times.ended(now));
    }

    /** With other annotations only; the status is unchanged. */
    JobState touched(Instant now) {
        return with(times.touched(now));
    }

    /** Reduced to a tombstone. */
    JobState deleted(Instant now) {
        return with(times.deleted(now));
    }

    private JobState with(Times next) {
        return new JobState(status, token, budget, notBefore, holder, progress, progressSequence, next);
    }

    /**
     * Timestamps.
     *
     * @param startedAt start of the current or last execution, null before the first
     * @param deletedAt when it became a tombstone, null if it is none
     * @param completedAt when it reached a terminal status, null in any other
     */
    public record Times(
            Instant updatedAt,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Instant deletedAt) {
        private Times touched(Instant now) {
            return new Times(now, startedAt, completedAt, deletedAt);
        }

        private Times started(Instant now) {
            return new Times(now, now, null, null);
        }

        private Times waiting(Instant now) {
            return new Times(now, startedAt, null, null);
        }

        private Times ended(Instant now) {
            return new Times(now, startedAt, now, null);
        }

        private Times deleted(Instant now) {
            return new Times(now, startedAt, completedAt, now);
        }
    }
}

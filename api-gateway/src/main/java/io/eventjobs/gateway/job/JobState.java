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

    /** An execution has it. */
    JobState heldBy(Holder execution, Instant now) {
        Progress started = Progress.at(ProgressStep.QUEUED, "Started");
        return new JobState(JobStatus.PROCESSING, token, budget, null, execution, started, 0, times.started(now));
    }

    /** The holder is further. */
    JobState progressed(Progress next, long sequence, Instant now) {
        return new JobState(status, token, budget, notBefore, holder, next, sequence, times.touched(now));
    }

    /** Waits to be dispatched, again or anew. */
    JobState waiting(@Nullable Instant until, RetryBudget left, Instant now) {
        Progress waiting = Progress.at(ProgressStep.QUEUED, "Waiting");
        return new JobState(JobStatus.PENDING, token, left, until, null, waiting, 0, times.waiting(now));
    }

    /** In a terminal state. */
    JobState ended(JobStatus terminal, Progress last, Instant now) {
        return new JobState(terminal, token, budget, null, null, last, 0, times.ended(now));
    }

    /** Changed in nothing but what was noted about it. */
    JobState touched(Instant now) {
        return with(times.touched(now));
    }

    /** Nothing but a tombstone. */
    JobState deleted(Instant now) {
        return with(times.deleted(now));
    }

    private JobState with(Times next) {
        return new JobState(status, token, budget, notBefore, holder, progress, progressSequence, next);
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

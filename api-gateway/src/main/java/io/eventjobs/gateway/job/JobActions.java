package io.eventjobs.gateway.job;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.protocol.InterruptionReason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transitions caused by people, in the style of {@link JobLifecycle}: pure, and empty if they do not apply. */
public final class JobActions {
    private JobActions() {}

    /** Fails a job for a reason outside any execution: a person, or an undecodable command. */
    public static Optional<JobRecord> failed(JobRecord job, Failure failure, Instant now) {
        if (job.status().isTerminal()) {
            return Optional.empty();
        }
        Outcome outcome = withExecutionEnded(job, now, new ExecutionOutcome.Failed(failure.code()));
        return Optional.of(JobLifecycle.fail(job.with(outcome.withFailure(failure)), failure, now));
    }

    /** Cancels an unfinished job; an execution that holds it loses it. */
    public static Optional<JobRecord> cancelled(JobRecord job, String reason, Instant now) {
        if (job.status().isTerminal()) {
            return Optional.empty();
        }
        Progress at = job.state().progress();
        JobRecord closed =
                job.with(withExecutionEnded(job, now, new ExecutionOutcome.Interrupted(InterruptionReason.CANCELLED)));
        JobRecord ended =
                JobLifecycle.ended(closed, JobStatus.CANCELLED, new Progress(at.step(), at.percent(), reason), now);
        return Optional.of(JobLifecycle.published(ended, EventType.JOB_CANCELLED, now, Map.of()));
    }

    /**
     * Deletes a job; an unfinished one is cancelled first. The record remains as a tombstone, excluded from all lists and counts, until its
     * events are published and its objects are deleted. Empty if it is deleted already.
     */
    public static Optional<JobRecord> deleted(JobRecord job, Instant now) {
        if (job.isDeleted()) {
            return Optional.empty();
        }
        JobRecord ended = cancelled(job, "Deleted", now).orElse(job);
        JobRecord tombstone = ended.with(ended.state().deleted(now))
                .with(ended.outcome().withDeadLetter(null))
                .touchingBatch();
        return Optional.of(JobLifecycle.published(tombstone, EventType.JOB_DELETED, now, Map.of()));
    }

    /**
     * Restarts a finished job in a new run. The previous winner stays. Empty if the job is unfinished or deleted.
     *
     * @param useCache whether results of earlier steps may be used, null to keep the setting
     */
    public static Optional<JobRecord> restarted(JobRecord job, @Nullable Boolean useCache, Instant now) {
        if (!job.status().isTerminal() || job.isDeleted()) {
            return Optional.empty();
        }
        return Optional.of(restart(job, useCache, null, now));
    }

    /** Restarts a dead letter for a replay. Empty if the job has changed since. */
    public static Optional<JobRecord> replayed(
            JobRecord job, @Nullable Boolean useCache, String replayId, Instant now) {
        return job.isOpenDeadLetter() ? Optional.of(restart(job, useCache, replayId, now)) : Optional.empty();
    }

    /** Discards a dead letter; the job stays failed. Empty if there is no open dead letter. */
    public static Optional<JobRecord> discarded(JobRecord job, Instant now) {
        DeadLetter letter = job.outcome().deadLetter();
        if (letter == null || !job.isOpenDeadLetter()) {
            return Optional.empty();
        }
        return Optional.of(job.with(job.state().touched(now)).with(job.outcome().withDeadLetter(letter.discarded())));
    }

    private static JobRecord restart(
            JobRecord job, @Nullable Boolean useCache, @Nullable String replayId, Instant now) {
        DeadLetter letter = job.outcome().deadLetter();
        Outcome outcome =
                job.outcome().withFailure(null).withDeadLetter(letter == null ? null : letter.replayed(replayId));
        JobRecord fresh = useCache == null ? job : withUseCache(job, useCache);
        JobRecord waiting = JobLifecycle.waiting(
                        fresh, null, job.state().budget().nextRun(job.status() == JobStatus.COMPLETED), now)
                .with(outcome)
                .touchingBatch();
        return JobLifecycle.published(waiting, EventType.JOB_RESTARTED, now, Map.of());
    }

    private static Outcome withExecutionEnded(JobRecord job, Instant now, ExecutionOutcome outcome) {
        Holder holder = job.state().holder();
        return holder == null
                ? job.outcome()
                : JobLifecycle.withExecutionEnded(job, holder.execution().value(), now, outcome);
    }

    private static JobRecord withUseCache(JobRecord job, boolean useCache) {
        return job.with(job.request().with(job.request().parameters().withUseCache(useCache)));
    }
}

package io.eventjobs.gateway.job;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a job: every transition as a pure function from a record to the next one and the events to publish. An empty result
 * means that the transition does not apply to a job in this status, under this token, with this holder. {@link JobActions} contains the
 * transitions caused by people.
 */
public final class JobLifecycle {
    private JobLifecycle() {}

    /** The first record of a job. */
    public static JobRecord accepted(JobId id, JobRequest request) {
        Instant now = request.createdAt();
        JobRecord job = new JobRecord(id, 1, request, JobState.accepted(now), Outcome.NONE, Outbox.EMPTY, false);
        return published(job, EventType.JOB_CREATED, now, Map.of());
    }

    /** A waiting job gets its next token and a command. */
    public static Optional<JobRecord> dispatched(JobRecord job, Instant now) {
        if (job.status() != JobStatus.PENDING) {
            return Optional.empty();
        }
        JobState next = job.state().queued(now);
        return Optional.of(published(job.with(next).touchingBatch(), EventType.JOB_QUEUED, now, Map.of()));
    }

    /** Takes back a dispatch that was not claimed or was revoked. */
    public static Optional<JobRecord> released(JobRecord job, long token, Instant now) {
        if (job.status() != JobStatus.QUEUED || job.token() != token) {
            return Optional.empty();
        }
        return Optional.of(waiting(job, null, job.state().budget(), now).touchingBatch());
    }

    /** Grants the job to the execution that claimed it. Empty unless the job is queued under the claim's token. */
    public static Optional<JobRecord> granted(JobRecord job, Report.Execution claim, Instant now) {
        if (job.status() != JobStatus.QUEUED || job.token() != claim.token()) {
            return Optional.empty();
        }
        JobState next = job.state().heldBy(new Holder(claim.execution(), claim.workerId()), now);
        List<ExecutionEntry> executions = new ArrayList<>(job.outcome().executions());
        executions.add(ExecutionEntry.started(claim, now));
        JobRecord started =
                job.with(next).with(job.outcome().withExecutions(executions)).touchingBatch();
        return Optional.of(published(
                started,
                EventType.JOB_STARTED,
                now,
                Map.of("worker_id", claim.workerId().value())));
    }

    /** A waiting job gets its next token and is held by this execution, which has not claimed it, at once. */
    public static Optional<JobRecord> assigned(JobRecord job, Holder holder, Instant now) {
        return dispatched(job, now)
                .flatMap(queued -> granted(
                        queued,
                        new Report.Execution(job.id(), queued.token(), holder.execution(), holder.worker()),
                        now));
    }

    /** Whether the job may be assigned: what was interrupted before is given to a worker that claims it. */
    public static boolean isAssignable(JobRecord job) {
        return job.outcome().executions().stream()
                .noneMatch(entry -> entry.outcome() instanceof ExecutionOutcome.Interrupted);
    }

    /** Whether this execution holds the job. */
    public static boolean isHeldBy(JobRecord job, Report.Execution of) {
        Holder holder = job.state().holder();
        return job.status() == JobStatus.PROCESSING
                && job.token() == of.token()
                && holder != null
                && holder.execution().equals(of.execution());
    }

    /**
     * Records progress of the holder; a report older than the last applied one is ignored. Only a new step or percentage causes an event.
     */
    public static Optional<JobRecord> progressed(JobRecord job, Report.Progressed report, Instant now) {
        JobState at = job.state();
        if (!isHeldBy(job, report.of()) || report.sequence() <= at.progressSequence()) {
            return Optional.empty();
        }
        JobState next = at.progressed(report.progress(), report.sequence(), now);
        JobRecord moved = job.with(report.runsAlone() ? next.heldAlone() : next);
        boolean further = report.progress().step() != at.progress().step()
                || report.progress().percent() != at.progress().percent();
        return Optional.of(further ? published(moved, EventType.JOB_PROGRESSED, now, Map.of()) : moved);
    }

    /** The holder completed the job and becomes the winner. */
    public static Optional<JobRecord> completed(JobRecord job, Report.Execution of, JobResults results, Instant now) {
        if (!isHeldBy(job, of)) {
            return Optional.empty();
        }
        JobRecord done = ended(job, JobStatus.COMPLETED, Progress.at(ProgressStep.COMPLETED, "Completed"), now);
        Outcome outcome = withExecutionEnded(job, of, now, new ExecutionOutcome.Completed())
                .withWinner(new Winner(of.token(), of.execution(), results));
        return Optional.of(
                published(done.with(outcome), EventType.JOB_COMPLETED, now, JobEventData.results(job, results)));
    }

    /** The holder failed: the job waits for another attempt or fails, as the retry policy decides. */
    public static Optional<JobRecord> failed(
            JobRecord job, Report.Failed report, RetryPolicy policy, Instant now, RandomGenerator random) {
        if (!isHeldBy(job, report.of())) {
            return Optional.empty();
        }
        Failure failure = report.failure();
        JobRecord closed =
                job.with(withExecutionEnded(job, report.of(), now, new ExecutionOutcome.Failed(failure.code()))
                        .withFailure(failure));
        return Optional.of(applyRetryDecision(
                closed, policy.afterFailure(failure, job.state().budget(), now, random), now));
    }

    /** The holder handed the job back, or its lease was lost; no attempt is spent. */
    public static Optional<JobRecord> interrupted(
            JobRecord job,
            Report.Execution of,
            InterruptionReason reason,
            RetryPolicy policy,
            Instant now,
            RandomGenerator random) {
        if (!isHeldBy(job, of)) {
            return Optional.empty();
        }
        JobRecord closed = job.with(withExecutionEnded(job, of, now, new ExecutionOutcome.Interrupted(reason)));
        RetryDecision decision =
                switch (reason) {
                    case LEASE_LOST ->
                        policy.afterLostLease(job.state().budget(), job.state().isHeldAlone(), now, random);
                    case DRAIN, NO_SLOT, LEASE_UNCERTAIN, CANCELLED ->
                        new RetryDecision.Retry(now, job.state().budget());
                };
        return Optional.of(applyRetryDecision(closed, decision, now));
    }

    /** An execution that is not the holder completed: recorded in the history, without further effect. */
    public static Optional<JobRecord> refusedLate(JobRecord job, Report.Execution of, Instant now) {
        boolean known = job.outcome().executions().stream()
                .anyMatch(entry -> entry.execution().equals(of.execution()) && !entry.hasFinished());
        return known
                ? Optional.of(job.with(withExecutionEnded(job, of, now, new ExecutionOutcome.Refused())))
                : Optional.empty();
    }

    /** Records the resources that the reporting execution used, without further effect. */
    public static JobRecord withEffort(JobRecord job, Report.OfExecution report) {
        Effort effort = report.effort();
        if (effort == null) {
            return job;
        }
        return job.with(job.outcome()
                .withExecutions(job.outcome().executions().stream()
                        .map(entry ->
                                entry.execution().equals(report.of().execution()) ? entry.withEffort(effort) : entry)
                        .toList()));
    }

    private static JobRecord applyRetryDecision(JobRecord job, RetryDecision decision, Instant now) {
        return switch (decision) {
            case RetryDecision.GiveUp giveUp ->
                fail(job.with(job.outcome().withFailure(giveUp.failure())), giveUp.failure(), now);
            case RetryDecision.Retry retry ->
                published(
                        waiting(job, retry.notBefore(), retry.budget(), now).touchingBatch(),
                        EventType.JOB_RETRYING,
                        now,
                        JobEventData.retrying(job.outcome().failure(), retry.notBefore()));
        };
    }

    static JobRecord fail(JobRecord job, Failure failure, Instant now) {
        Progress progress = job.state().progress();
        JobRecord dead = job.with(job.outcome().withDeadLetter(DeadLetter.of(job, failure, now)));
        Progress last = new Progress(progress.step(), progress.percent(), failure.message());
        return published(
                ended(dead, JobStatus.FAILED, last, now), EventType.JOB_FAILED, now, JobEventData.failure(failure));
    }

    static JobRecord ended(JobRecord job, JobStatus status, Progress progress, Instant now) {
        return job.with(job.state().ended(status, progress, now)).touchingBatch();
    }

    static JobRecord waiting(JobRecord job, @Nullable Instant notBefore, RetryBudget budget, Instant now) {
        return job.with(job.state().waiting(notBefore, budget, now));
    }

    private static Outcome withExecutionEnded(
            JobRecord job, Report.Execution of, Instant now, ExecutionOutcome outcome) {
        return withExecutionEnded(job, of.execution().value(), now, outcome);
    }

    static Outcome withExecutionEnded(JobRecord job, String execution, Instant now, ExecutionOutcome outcome) {
        return job.outcome()
                .withExecutions(job.outcome().executions().stream()
                        .map(entry -> entry.execution().value().equals(execution) ? entry.ended(now, outcome) : entry)
                        .toList());
    }

    static JobRecord published(JobRecord job, EventType type, Instant now, Map<String, Object> more) {
        return job.with(job.outbox().plus(type, job.id().value(), now, JobEventData.of(job, more)));
    }
}

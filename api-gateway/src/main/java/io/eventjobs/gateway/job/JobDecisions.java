package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The transitions of {@link JobLifecycle} that reports cause, at the current time and with this system's retry policy. Each may be called
 * several times. Thread-safe if the random generator is.
 */
public final class JobDecisions {
    private final RetryPolicy policy;
    private final Clock clock;
    private final RandomGenerator random;

    public JobDecisions(RetryPolicy policy, Clock clock, RandomGenerator random) {
        this.policy = policy;
        this.clock = clock;
        this.random = random;
    }

    /** As {@link JobLifecycle#granted}. */
    public Optional<JobRecord> granted(JobRecord job, Report.Execution claim) {
        return JobLifecycle.granted(job, claim, now());
    }

    /** As {@link JobLifecycle#released}. */
    public Optional<JobRecord> released(JobRecord job, long token) {
        return JobLifecycle.released(job, token, now());
    }

    /** As {@link JobLifecycle#progressed}. */
    public Optional<JobRecord> progressed(JobRecord job, Report.Progressed report) {
        return JobLifecycle.progressed(job, report, now());
    }

    /** As {@link JobLifecycle#completed}, recording the resources used. */
    public Optional<JobRecord> completed(JobRecord job, Report.Completed report) {
        return JobLifecycle.completed(job, report.of(), report.results(), now())
                .map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#refusedLate}, recording the resources used. */
    public Optional<JobRecord> refusedLate(JobRecord job, Report.Completed report) {
        return JobLifecycle.refusedLate(job, report.of(), now())
                .map(refused -> JobLifecycle.withEffort(refused, report));
    }

    /** As {@link JobLifecycle#failed}, recording the resources used. */
    public Optional<JobRecord> failed(JobRecord job, Report.Failed report) {
        return JobLifecycle.failed(job, report, policy, now(), random)
                .map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#interrupted}, recording the resources used. */
    public Optional<JobRecord> interrupted(JobRecord job, Report.Interrupted report) {
        return interrupted(job, report.of(), report.reason()).map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#interrupted}, for a holder that was silent for a whole lease. */
    public Optional<JobRecord> leaseLost(JobRecord job, Report.Execution holder) {
        return interrupted(job, holder, InterruptionReason.LEASE_LOST);
    }

    /** As {@link JobLifecycle#interrupted}, for an execution that its worker never began. */
    public Optional<JobRecord> assignmentLost(JobRecord job, Report.Execution holder) {
        return interrupted(job, holder, InterruptionReason.LEASE_UNCERTAIN);
    }

    /** Fails a job that is queued with this token, since no worker can decode its command. */
    public Optional<JobRecord> undecodable(JobRecord job, long token, Failure failure) {
        return switch (job.status()) {
            case QUEUED -> job.token() == token ? JobActions.failed(job, failure, now()) : Optional.empty();
            case PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    /** Until when a host is not contacted after such a failure. */
    public Instant waitUntil(Failure failure) {
        return now().plus(policy.waitAfter(failure));
    }

    /** The time since the job was last stored. */
    public Duration sinceUpdate(JobRecord job) {
        return Duration.between(job.state().times().updatedAt(), now());
    }

    private Optional<JobRecord> interrupted(JobRecord job, Report.Execution of, InterruptionReason reason) {
        return JobLifecycle.interrupted(job, of, reason, policy, now(), random);
    }

    private Instant now() {
        return clock.instant();
    }
}

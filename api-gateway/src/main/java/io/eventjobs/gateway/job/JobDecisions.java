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
 * What happens to a job now because of a report: the transitions of {@link JobLifecycle} at the present time and under this
 * system's retry policy. Each may be asked several times. Thread-safe if the generator is.
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

    /** As {@link JobLifecycle#completed}, with what the execution took. */
    public Optional<JobRecord> completed(JobRecord job, Report.Completed report) {
        return JobLifecycle.completed(job, report.of(), report.results(), now())
                .map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#refusedLate}, with what the execution took. */
    public Optional<JobRecord> refusedLate(JobRecord job, Report.Completed report) {
        return JobLifecycle.refusedLate(job, report.of(), now())
                .map(refused -> JobLifecycle.withEffort(refused, report));
    }

    /** As {@link JobLifecycle#failed}, with what the execution took. */
    public Optional<JobRecord> failed(JobRecord job, Report.Failed report) {
        return JobLifecycle.failed(job, report, policy, now(), random)
                .map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#interrupted}, with what the execution took. */
    public Optional<JobRecord> interrupted(JobRecord job, Report.Interrupted report) {
        return interrupted(job, report.of(), report.reason()).map(ended -> JobLifecycle.withEffort(ended, report));
    }

    /** As {@link JobLifecycle#interrupted}, because the holder was silent for a lease. */
    public Optional<JobRecord> leaseLost(JobRecord job, Report.Execution holder) {
        return interrupted(job, holder, InterruptionReason.LEASE_LOST);
    }

    /** No worker can read the command of a queued job: it fails. */
    public Optional<JobRecord> undecodable(JobRecord job, Failure failure) {
        return switch (job.status()) {
            case QUEUED -> JobActions.failed(job, failure, now());
            case PENDING, PROCESSING, COMPLETED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    /** Until when the other side is left alone after it failed so. */
    public Instant waitUntil(Failure failure) {
        return now().plus(policy.waitAfter(failure));
    }

    /** How long ago the job was stored last. */
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

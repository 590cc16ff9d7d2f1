package io.eventjobs.gateway.job;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The vocabulary of tests about jobs. */
public final class Jobs {
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final TenantId TENANT = new TenantId("default");
    public static final BatchKey BATCH = new BatchKey(TENANT, new BatchId("batch-1"));
    public static final RetryPolicy POLICY = new RetryPolicy(
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofHours(6),
            new InterruptionLimits(2, 3, 10));

    private Jobs() {}

    public static JobRecord pending() {
        return JobLifecycle.accepted(JobId.at(NOW, UUID.randomUUID()), session(null, 0));
    }

    public static JobRecord pendingInBatch(int index) {
        return JobLifecycle.accepted(JobId.inBatch(BATCH, NOW, index), session(BATCH.id(), index));
    }

    public static JobRecord noop() {
        return noop(TENANT);
    }

    public static JobRecord noop(TenantId tenant) {
        JobRequest request =
                new JobRequest(tenant, null, 0, "noop", new NoopParameters("load", 0), Priority.NORMAL, NOW, null);
        return JobLifecycle.accepted(JobId.at(NOW, UUID.randomUUID()), request);
    }

    public static JobRecord queued() {
        return queued(pending());
    }

    public static JobRecord queued(JobRecord pending) {
        return JobLifecycle.dispatched(pending, NOW).orElseThrow();
    }

    public static JobRecord processing() {
        return processing(queued());
    }

    public static JobRecord processing(JobRecord queued) {
        return JobLifecycle.granted(queued, claimOf(queued, "x1"), NOW).orElseThrow();
    }

    public static JobRecord completed() {
        JobRecord running = processing();
        return JobLifecycle.completed(running, claimOf(running, "x1"), JobResults.nothing(), NOW)
                .orElseThrow();
    }

    /** A session that ran, and what is said about it. */
    public static JobRecord completedWith(Map<String, Object> metadata) {
        JobRecord running = processing();
        JobResults results = new JobResults(null, null, List.of(), metadata, List.of());
        return JobLifecycle.completed(running, claimOf(running, "x1"), results, NOW)
                .orElseThrow();
    }

    public static JobRecord failed() {
        return JobActions.failed(pending(), Failure.of(FailureCode.FAILED_BY_OPERATOR, "because"), NOW)
                .orElseThrow();
    }

    /** A job in each state that a job can be in. */
    public static JobRecord in(JobStatus status) {
        return switch (status) {
            case PENDING -> pending();
            case QUEUED -> queued();
            case PROCESSING -> processing();
            case COMPLETED -> completed();
            case FAILED -> failed();
            case CANCELLED -> JobActions.cancelled(pending(), "because", NOW).orElseThrow();
        };
    }

    /** What an execution of that name would say it is, under the job's present token. */
    public static Report.Execution claimOf(JobRecord job, String execution) {
        return new Report.Execution(job.id(), job.token(), new ExecutionId(execution), new WorkerId("worker-1"));
    }

    public static Report.Progressed progress(JobRecord job, String execution, long sequence, ProgressStep step) {
        return new Report.Progressed(claimOf(job, execution), sequence, Progress.at(step, "on it"), List.of());
    }

    public static Report.Failed failure(JobRecord job, String execution, FailureCode code) {
        return new Report.Failed(claimOf(job, execution), Failure.of(code, "went wrong"), List.of());
    }

    private static JobRequest session(BatchId batch, int index) {
        SessionParameters parameters = new SessionParameters(
                "FOSDEM 2025",
                "Closing",
                "https://example.org/closing",
                "closing.md",
                "Keynotes",
                new SessionParameters.Languages("en", "de", null),
                SessionParameters.Slot.UNKNOWN,
                List.of(),
                SessionParameters.Material.NONE,
                SessionParameters.Announcement.NONE,
                SessionParameters.Writing.DEFAULT,
                true);
        return new JobRequest(TENANT, batch, index, "Closing", parameters, Priority.NORMAL, NOW, null);
    }
}

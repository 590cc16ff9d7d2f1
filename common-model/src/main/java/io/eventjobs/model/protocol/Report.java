package io.eventjobs.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.WorkerId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a worker to the gateways, on topic {@code reports}, with the job id as key. A gateway applies a report only if its token
 * and execution are those that were granted. Every report is also a heartbeat of its execution.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Report.Claimed.class, name = "claimed"),
    @JsonSubTypes.Type(value = Report.Progressed.class, name = "progressed"),
    @JsonSubTypes.Type(value = Report.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Report.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Report.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = Report.Undecodable.class, name = "undecodable"),
    @JsonSubTypes.Type(value = Report.Presence.class, name = "presence"),
    @JsonSubTypes.Type(value = Report.Touched.class, name = "touched"),
})
public sealed interface Report {

    /** A report on one execution of a job. */
    sealed interface OfExecution extends Report permits Claimed, Progressed, Completed, Failed, Interrupted {
        Execution of();

        /** What the execution has cost; null while it is in progress, and in reports of workers that do not say. */
        default @Nullable Effort effort() {
            return null;
        }
    }

    /** Identifies an execution: the job, the fencing token of its command, the execution and its worker. */
    record Execution(JobId jobId, long token, ExecutionId execution, WorkerId workerId) {}

    /** The worker has room for the job and waits for the grant. Sent again until it is answered. */
    record Claimed(Execution of) implements OfExecution {}

    /**
     * The progress of the execution, sent at least every few seconds.
     *
     * @param sequence greater for each report of the execution; an older report is ignored
     * @param logs lines since the last report
     * @param alone true from when the worker runs nothing but this execution until its end; null otherwise
     */
    record Progressed(Execution of, long sequence, Progress progress, List<LogLine> logs, @Nullable Boolean alone)
            implements OfExecution {
        public Progressed {
            logs = List.copyOf(logs);
        }

        public Progressed(Execution of, long sequence, Progress progress, List<LogLine> logs) {
            this(of, sequence, progress, logs, null);
        }

        /** Whether a loss of the worker can be due to this job only. */
        public boolean runsAlone() {
            return Boolean.TRUE.equals(alone);
        }
    }

    /** All results are stored, the manifest last. */
    record Completed(Execution of, JobResults results, List<LogLine> logs, @Nullable Effort effort)
            implements OfExecution {
        public Completed {
            logs = List.copyOf(logs);
        }

        public Completed(Execution of, JobResults results, List<LogLine> logs) {
            this(of, results, logs, null);
        }
    }

    /** The execution ended without results. */
    record Failed(Execution of, Failure failure, List<LogLine> logs, @Nullable Effort effort) implements OfExecution {
        public Failed {
            logs = List.copyOf(logs);
        }

        public Failed(Execution of, Failure failure, List<LogLine> logs) {
            this(of, failure, logs, null);
        }
    }

    /** The execution ended early through no fault of the job: no attempt is used up. */
    record Interrupted(Execution of, InterruptionReason reason, List<LogLine> logs, @Nullable Effort effort)
            implements OfExecution {
        public Interrupted {
            logs = List.copyOf(logs);
        }

        public Interrupted(Execution of, InterruptionReason reason, List<LogLine> logs) {
            this(of, reason, logs, null);
        }
    }

    /**
     * A command that could not be decoded.
     *
     * @param key the key of the Kafka record, normally a job id
     * @param bytes the value of the Kafka record, at most its first 128 KiB
     */
    record Undecodable(WorkerId workerId, @Nullable String key, int partition, long offset, String reason, byte[] bytes)
            implements Report {}

    /**
     * A worker is alive. Sent to every partition, so that every gateway receives it.
     *
     * @param workerVersion version of the worker's software
     * @param slots how many jobs it runs at once
     * @param prefetch how many jobs it takes beyond its slots; null for none
     * @param executions its current executions
     * @param jobTypes the types of jobs that it runs
     * @param draining whether it accepts no more jobs
     * @param assignable true if jobs may be assigned to it ({@link Control.Assigned}); null otherwise
     */
    record Presence(
            WorkerId workerId,
            String workerVersion,
            int slots,
            @Nullable Integer prefetch,
            List<Execution> executions,
            Set<JobType> jobTypes,
            boolean draining,
            @Nullable Boolean assignable)
            implements Report {
        public Presence {
            executions = List.copyOf(executions);
            jobTypes = Set.copyOf(jobTypes);
        }

        public Presence(
                WorkerId workerId,
                String workerVersion,
                int slots,
                List<Execution> executions,
                Set<JobType> jobTypes,
                boolean draining) {
            this(workerId, workerVersion, slots, null, executions, jobTypes, draining, null);
        }

        /** Whether it takes jobs that are assigned to it now. */
        public boolean takesAssignments() {
            return Boolean.TRUE.equals(assignable) && !draining;
        }

        /** How many jobs it has room for: in its slots and taken ahead of them. */
        public int capacity() {
            return slots + (prefetch == null ? 0 : prefetch);
        }

        /** How many of its slots have a job. */
        public int busySlots() {
            return Math.min(slots, executions.size());
        }
    }

    /**
     * From a gateway to the gateways, the only report that no worker sends (ADR 0003): an HTTP request changed this job or, if
     * the job is null, this batch, and the owner of the partition shall look at the stored state. If one is lost, the recovery
     * scan notices the change later.
     */
    record Touched(@Nullable JobId jobId, @Nullable String batchKey) implements Report {}
}

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
 * Worker to gateways, topic {@code reports}, key job id: what a worker claims, never what is true. A gateway applies it
 * only if token and execution are those it granted. Every report is also a heartbeat of its execution.
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

    /** A report about one execution of one job. */
    sealed interface OfExecution extends Report permits Claimed, Progressed, Completed, Failed, Interrupted {
        Execution of();

        /** What the execution took until now; null while it is under way, and of workers that do not say. */
        default @Nullable Effort effort() {
            return null;
        }
    }

    /** Which taking of which command by which worker. */
    record Execution(JobId jobId, long token, ExecutionId execution, WorkerId workerId) {}

    /** The worker took the command into a free slot and waits to be granted. Sent again while no answer comes. */
    record Claimed(Execution of) implements OfExecution {}

    /**
     * Where the execution is, at least every few seconds.
     *
     * @param sequence grows with each report of the execution; an older one is ignored
     * @param logs lines since the last report
     */
    record Progressed(Execution of, long sequence, Progress progress, List<LogLine> logs) implements OfExecution {
        public Progressed {
            logs = List.copyOf(logs);
        }
    }

    /** All is stored, the manifest last. */
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

    /** The execution ended through no fault of the job: it spends no attempt. */
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
     * A command that no worker can read.
     *
     * @param key the record's key, a job id if all is well with it
     * @param bytes the record as it was, at most 128 KiB of it
     */
    record Undecodable(WorkerId workerId, @Nullable String key, int partition, long offset, String reason, byte[] bytes)
            implements Report {}

    /**
     * A worker is there; sent to every partition, so that each gateway hears it.
     *
     * @param workerVersion the version of the worker's program
     * @param slots how many jobs it does at once
     * @param executions those it holds now
     * @param jobTypes what it can do
     * @param draining it takes nothing more
     */
    record Presence(
            WorkerId workerId,
            String workerVersion,
            int slots,
            List<Execution> executions,
            Set<JobType> jobTypes,
            boolean draining)
            implements Report {
        public Presence {
            executions = List.copyOf(executions);
            jobTypes = Set.copyOf(jobTypes);
        }
    }

    /**
     * Gateway to gateway, the one report that no worker sends (ADR 0003): an HTTP call changed this job or, when the job is
     * null, this batch; whoever owns the partition looks at the records. A lost one costs time only: recovery scans find
     * the rest.
     */
    record Touched(@Nullable JobId jobId, @Nullable String batchKey) implements Report {}
}

package io.eventjobs.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.WorkerId;
import java.util.Objects;

/** Gateway to one worker, topic {@code controls}, key worker id. A worker ignores what names another worker. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Control.Assigned.class, name = "assigned"),
    @JsonSubTypes.Type(value = Control.Granted.class, name = "granted"),
    @JsonSubTypes.Type(value = Control.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Control.Cancel.class, name = "cancel"),
})
public sealed interface Control {
    WorkerId workerId();

    /**
     * The worker has the job without having claimed it: work may start, as this execution (ADR 51). Sent only to workers whose presence
     * says that they are assignable. If it is lost, the gateway notices that the worker does not name the execution in its presence.
     */
    record Assigned(WorkerId workerId, ExecutionId execution, JobCommand command) implements Control {
        public Assigned {
            Objects.requireNonNull(command, "command");
        }

        /** The execution as reports name it. */
        public Report.Execution of() {
            return new Report.Execution(command.jobId(), command.token(), execution, workerId);
        }
    }

    /** The execution has the job: work may start. */
    record Granted(WorkerId workerId, JobId jobId, long token, ExecutionId execution) implements Control {}

    /** The execution does not have the job, or no longer has it: stop, report nothing more about it, free the slot. */
    record Refused(WorkerId workerId, JobId jobId, long token, ExecutionId execution, String reason)
            implements Control {}

    /** Stop all executions of this job with this token or an older one. */
    record Cancel(WorkerId workerId, JobId jobId, long upToToken, String reason) implements Control {}
}

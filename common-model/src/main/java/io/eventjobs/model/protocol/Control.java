package io.eventjobs.model.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.WorkerId;

/** Gateway to one worker, topic {@code controls}, key worker id. A worker ignores what names another worker. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Control.Granted.class, name = "granted"),
    @JsonSubTypes.Type(value = Control.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Control.Cancel.class, name = "cancel"),
})
public sealed interface Control {
    WorkerId workerId();

    /** The execution has the job: work may start. */
    record Granted(WorkerId workerId, JobId jobId, long token, ExecutionId execution) implements Control {}

    /** The execution does not have the job, or no longer has it: stop, report nothing more about it, free the slot. */
    record Refused(WorkerId workerId, JobId jobId, long token, ExecutionId execution, String reason)
            implements Control {}

    /** Stop all executions of this job with this token or an older one. */
    record Cancel(WorkerId workerId, JobId jobId, long upToToken, String reason) implements Control {}
}

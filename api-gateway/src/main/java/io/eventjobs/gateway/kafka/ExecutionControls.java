package io.eventjobs.gateway.kafka;

import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Report;
import org.springframework.stereotype.Component;

/** Answers executions that claim or report. An answer that is lost is given again when they ask again. Thread-safe. */
@Component
public final class ExecutionControls {
    private final GatewaySender sender;

    ExecutionControls(GatewaySender sender) {
        this.sender = sender;
    }

    /** The execution has the job. */
    public void grant(Report.Execution execution) {
        sender.control(
                new Control.Granted(execution.workerId(), execution.jobId(), execution.token(), execution.execution()));
    }

    /** The execution does not have the job, or not any more. */
    public void refuse(Report.Execution execution, String reason) {
        sender.control(new Control.Refused(
                execution.workerId(), execution.jobId(), execution.token(), execution.execution(), reason));
    }
}

package io.eventjobs.gateway.kafka;

import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Answers executions that claim or report. A lost answer is repeated when the execution asks again. Thread-safe. */
@Component
public final class ExecutionControls {
    private final GatewaySender sender;
    private final Counter refused;

    ExecutionControls(GatewaySender sender, MeterRegistry meters) {
        this.sender = sender;
        this.refused = meters.counter("event_jobs.reports.refused");
    }

    /** The job is granted to the execution. */
    public void grant(Report.Execution execution) {
        sender.control(
                new Control.Granted(execution.workerId(), execution.jobId(), execution.token(), execution.execution()));
    }

    /** The execution does not have the job, or no longer has it. */
    public void refuse(Report.Execution execution, String reason) {
        refused.increment();
        sender.control(new Control.Refused(
                execution.workerId(), execution.jobId(), execution.token(), execution.execution(), reason));
    }
}

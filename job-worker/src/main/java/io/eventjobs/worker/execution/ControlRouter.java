package io.eventjobs.worker.execution;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.List;

/** Brings what gateways say to the executions that it is about. Thread-safe. */
public final class ControlRouter {
    private final WorkerId workerId;
    private final Executions executions;
    private final ReportSender reports;

    ControlRouter(WorkerId workerId, Executions executions, ReportSender reports) {
        this.workerId = workerId;
        this.executions = executions;
        this.reports = reports;
    }

    public void route(Control control) {
        switch (control) {
            case Control.Granted granted ->
                executions.find(granted.execution()).ifPresentOrElse(SlotExecution::granted, () -> handBack(granted));
            case Control.Refused refused ->
                executions
                        .find(refused.execution())
                        .ifPresent(execution -> execution.stop(new StopCause.Refused(refused.reason())));
            case Control.Cancel cancel ->
                executions
                        .of(cancel.jobId(), cancel.upToToken())
                        .forEach(execution -> execution.stop(new StopCause.Refused(cancel.reason())));
        }
    }

    /** The grant came too late: the claim was dropped. */
    private void handBack(Control.Granted granted) {
        Report.Execution gone = new Report.Execution(granted.jobId(), granted.token(), granted.execution(), workerId);
        reports.send(new Report.Interrupted(gone, InterruptionReason.LEASE_UNCERTAIN, List.of()));
    }
}

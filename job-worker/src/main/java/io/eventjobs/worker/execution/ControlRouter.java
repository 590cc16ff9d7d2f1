package io.eventjobs.worker.execution;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.util.List;

/** Routes control messages from gateways to the executions that they concern. Thread-safe. */
public final class ControlRouter {
    private final WorkerId workerId;
    private final Slots slots;
    private final Executions executions;
    private final RecentAssignments recent = new RecentAssignments();
    private final ReportSender reports;
    private final ExecutionListener listener;

    ControlRouter(
            WorkerId workerId, Slots slots, Executions executions, ReportSender reports, ExecutionListener listener) {
        this.workerId = workerId;
        this.slots = slots;
        this.executions = executions;
        this.reports = reports;
        this.listener = listener;
    }

    public void route(Control control) {
        switch (control) {
            case Control.Assigned assigned -> assign(assigned);
            case Control.Granted granted ->
                executions.find(granted.execution()).ifPresentOrElse(SlotExecution::granted, () -> handBack(granted));
            case Control.Refused refused ->
                executions.find(refused.execution()).ifPresent(execution -> refuse(execution, refused.reason()));
            case Control.Cancel cancel ->
                executions
                        .of(cancel.jobId(), cancel.upToToken())
                        .forEach(execution -> refuse(execution, cancel.reason()));
        }
    }

    /** An assignment that is read again starts nothing. */
    private void assign(Control.Assigned assigned) {
        if (recent.add(assigned.execution()) && !slots.assign(assigned)) {
            reports.send(new Report.Interrupted(assigned.of(), InterruptionReason.NO_SLOT, List.of()));
        }
    }

    private void refuse(SlotExecution execution, String reason) {
        execution.stop(new StopCause.Refused(reason));
        listener.refused();
    }

    /** The grant came too late, after the claim was dropped. */
    private void handBack(Control.Granted granted) {
        Report.Execution gone = new Report.Execution(granted.jobId(), granted.token(), granted.execution(), workerId);
        reports.send(new Report.Interrupted(gone, InterruptionReason.LEASE_UNCERTAIN, List.of()));
    }
}

package io.eventjobs.worker.execution;

import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Creates the executions of a worker. Thread-safe. */
final class ExecutionFactory {
    private final Function<JobCommand, Report.Execution> identities;
    private final ExecutionLimits limits;
    private final WorkFolder folder;
    private final ReportSender reports;
    private final ExecutionRunner runner;
    private final Function<JobCommand, Executor> threads;
    private final TimeSource time;

    /**
     * @param identities a new identity for each command, even if the command is delivered again
     * @param threads what runs the work of a command as soon as there is a slot for it
     */
    ExecutionFactory(
            Function<JobCommand, Report.Execution> identities,
            ExecutionLimits limits,
            WorkFolder folder,
            ReportSender reports,
            ExecutionRunner runner,
            Function<JobCommand, Executor> threads,
            TimeSource time) {
        this.identities = identities;
        this.limits = limits;
        this.folder = folder;
        this.reports = reports;
        this.runner = runner;
        this.threads = threads;
        this.time = time;
    }

    /** @param whenOver called once, when the execution no longer needs its slot */
    SlotExecution create(JobCommand command, OccupiedSlots slots, Consumer<SlotExecution> whenOver) {
        return create(command, identities.apply(command), slots, whenOver);
    }

    /** As above, with the identity that the job was assigned under. */
    SlotExecution create(
            JobCommand command, Report.Execution identity, OccupiedSlots slots, Consumer<SlotExecution> whenOver) {
        ExecutionContext context = new ExecutionContext(
                command,
                identity,
                folder.newExecution(),
                new JobLog(time.clock()),
                new ExecutionWatch(limits, command.lease(), time.ticker()),
                reports);
        return new SlotExecution(
                context, slots, runner, threads.apply(command), limits.claimTimeout(), time.ticker(), whenOver);
    }
}

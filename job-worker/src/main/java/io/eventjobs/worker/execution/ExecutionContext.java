package io.eventjobs.worker.execution;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.trace.ExecutionTrace;
import io.eventjobs.worker.usage.UsageLedger;
import io.eventjobs.worker.work.Execution;
import io.opentelemetry.context.Context;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The {@link Execution} that the work sees; reports its progress to the gateway. Thread-safe. */
final class ExecutionContext implements Execution {
    private static final long SEND_AGAIN_MILLIS = 500;

    private final JobCommand command;
    private final Report.Execution identity;
    private final ExecutionFolder folder;
    private final JobLog log;
    private final ExecutionWatch watch;
    private final ReportSender reports;
    private final UsageLedger usage = new UsageLedger();
    private volatile @Nullable ExecutionTrace trace;
    private Progress progress = Progress.at(ProgressStep.QUEUED, "Started");
    private long sequence;
    private boolean isAlone;

    ExecutionContext(
            JobCommand command,
            Report.Execution identity,
            ExecutionFolder folder,
            JobLog log,
            ExecutionWatch watch,
            ReportSender reports) {
        this.command = command;
        this.identity = identity;
        this.folder = folder;
        this.log = log;
        this.watch = watch;
        this.reports = reports;
    }

    Report.Execution identity() {
        return identity;
    }

    @Override
    public JobCommand command() {
        return command;
    }

    @Override
    public ExecutionPrefix prefix() {
        return new ExecutionPrefix(command.tenant(), command.jobId(), command.token(), identity.execution());
    }

    @Override
    public Path workFolder() {
        return folder.path();
    }

    ExecutionFolder folder() {
        return folder;
    }

    @Override
    public UsageLedger usage() {
        return usage;
    }

    /** The work begins: its steps and reports belong to this trace. */
    void tracedBy(ExecutionTrace work) {
        trace = work;
    }

    ExecutionWatch watch() {
        return watch;
    }

    JobLog log() {
        return log;
    }

    /** The time used so far. */
    Effort effort() {
        return new Effort(watch.stepTimes(), usage.models().all());
    }

    @Override
    public void begin(ProgressStep step, String message) {
        synchronized (this) {
            watch.begin(step);
            progress = Progress.at(step, message);
        }
        ExecutionTrace work = trace;
        if (work != null) {
            work.step(step);
        }
        log(LogLine.Level.INFO, message);
        report();
    }

    @Override
    public synchronized void advance(int done, int total, String message) {
        progress = Progress.within(progress.step(), done, total, message);
    }

    @Override
    public void log(LogLine.Level level, String message) {
        log.add(level, message);
    }

    synchronized ProgressStep step() {
        return progress.step();
    }

    /** Reports the current progress; serves as the heartbeat. */
    void report() {
        send(progressed());
    }

    /**
     * The work begins, and with it the time of its limits. Waits before, if the job runs alone, until nothing else runs in this worker.
     *
     * @return false if it was interrupted while it waited
     */
    boolean begins(OccupiedSlots slots) {
        if (!command.runsAlone()) {
            watch.start();
            return true;
        }
        try {
            log(LogLine.Level.INFO, "Runs alone, since its worker was lost before; waits for other jobs to end");
            slots.takeAll();
            startAlone();
            watch.start();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /**
     * The worker runs nothing but this execution from now on. Waits until a report of that is stored: if the worker is lost after it, this
     * job is the cause.
     */
    private void startAlone() throws InterruptedException {
        synchronized (this) {
            isAlone = true;
        }
        while (!isStored(send(progressed()))) {
            TimeUnit.MILLISECONDS.sleep(SEND_AGAIN_MILLIS);
        }
    }

    private static boolean isStored(CompletableFuture<?> report) throws InterruptedException {
        try {
            report.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private synchronized Report.Progressed progressed() {
        watch.reported();
        return new Report.Progressed(identity, ++sequence, progress, log.take(), isAlone ? true : null);
    }

    /** Sends a report; its acknowledgement confirms the lease. */
    CompletableFuture<?> send(Report.OfExecution report) {
        ExecutionTrace work = trace;
        Context context = work == null ? Context.current() : work.context();
        return context.wrapSupplier(() -> reports.send(report)).get().whenComplete((stored, fault) -> {
            if (fault == null) {
                watch.acknowledged();
            }
        });
    }
}

package io.eventjobs.worker.execution;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.kafka.KafkaReportSender;
import io.eventjobs.worker.usage.UsageLedger;
import io.eventjobs.worker.work.Execution;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One execution in a slot: its claim, what it reports, and how it is stopped. Time is judged on the monotonic clock. The
 * work runs on the slot's thread; everything else may come from any.
 */
final class SlotExecution implements Execution {
    private final JobCommand command;
    private final Report.Execution identity;
    private final Surroundings surroundings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private final UnreportedLines lines = new UnreportedLines();
    private final StepTimer times = new StepTimer();
    private final UsageLedger usage = new UsageLedger();
    private final ExecutionFolder folder;
    private GrantState state = GrantState.WAITING;
    private @Nullable Thread worker;
    private Progress progress = Progress.at(ProgressStep.QUEUED, "Started");
    private long sequence;
    private long acknowledgedNanos;
    private long reportedNanos;

    SlotExecution(JobCommand command, Report.Execution identity, Surroundings surroundings) {
        this.command = command;
        this.identity = identity;
        this.surroundings = surroundings;
        this.folder = surroundings.workFolder().newExecution();
        this.acknowledgedNanos = System.nanoTime();
        this.reportedNanos = acknowledgedNanos;
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

    /** What it took until now. */
    Effort effort() {
        lock.lock();
        try {
            return new Effort(times.times(System.nanoTime()), usage.models().all());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begin(ProgressStep step, String message) {
        lock.lock();
        try {
            times.begin(step, System.nanoTime());
            progress = Progress.at(step, message);
        } finally {
            lock.unlock();
        }
        log(LogLine.Level.INFO, message);
        report();
    }

    @Override
    public void advance(int done, int total, String message) {
        lock.lock();
        try {
            ProgressStep step = progress.step();
            ProgressStep next = ProgressStep.values()[Math.min(step.ordinal() + 1, ProgressStep.values().length - 1)];
            int share = total <= 0 ? 0 : (next.percent() - step.percent()) * Math.min(done, total) / total;
            progress = new Progress(step, step.percent() + share, message);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void log(LogLine.Level level, String message) {
        lines.add(new LogLine(surroundings.clock().instant(), level, message));
    }

    /** Waits for the answer to the claim, claiming again each second; false if there was none in time, or no. */
    boolean awaitGrant() throws InterruptedException {
        long deadline = System.nanoTime() + surroundings.limits().claimTimeout().toNanos();
        while (System.nanoTime() < deadline) {
            lock.lockInterruptibly();
            try {
                if (state.phase() == GrantState.Phase.WAITING) {
                    answered.awaitNanos(Math.min(Duration.ofSeconds(1).toNanos(), deadline - System.nanoTime()));
                }
                if (state.phase() != GrantState.Phase.WAITING) {
                    return started();
                }
            } finally {
                lock.unlock();
            }
            send(new Report.Claimed(identity));
        }
        stop(new StopCause.Refused("no answer to the claim in time"));
        return false;
    }

    private boolean started() {
        times.start(System.nanoTime());
        worker = Thread.currentThread();
        return state.phase() == GrantState.Phase.WORKING;
    }

    void granted() {
        lock.lock();
        try {
            state = state.granted();
            answered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the work from outside; the first cause counts. */
    void stop(StopCause cause) {
        lock.lock();
        try {
            state = state.stopped(cause);
            answered.signalAll();
            if (worker != null) {
                worker.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The work is over: an interrupt must not reach what the slot's thread does next. The cause if it was stopped. */
    @Nullable StopCause finished() {
        lock.lock();
        try {
            worker = null;
            Thread.interrupted();
            return state.cause();
        } finally {
            lock.unlock();
        }
    }

    ProgressStep step() {
        lock.lock();
        try {
            return progress.step();
        } finally {
            lock.unlock();
        }
    }

    /** Log lines that no report has carried yet; they are handed out once. */
    List<LogLine> takeLines() {
        return lines.take();
    }

    /** Called now and then while the work runs: reports when it is time, stops what is out of time or out of touch. */
    void tick() {
        long now = System.nanoTime();
        boolean due;
        lock.lock();
        try {
            if (state.phase() != GrantState.Phase.WORKING || worker == null) {
                return;
            }
            judge(now);
            due = now - reportedNanos >= heartbeatNanos();
        } finally {
            lock.unlock();
        }
        if (due) {
            report();
        }
    }

    private void judge(long now) {
        ExecutionLimits limits = surroundings.limits();
        if (now - acknowledgedNanos > command.lease().toNanos() / 3 * 2) {
            stop(new StopCause.LeaseUncertain());
        } else if (times.sinceStart(now) > limits.job().toNanos()) {
            stop(new StopCause.OutOfTime(
                    FailureCode.JOB_TIMED_OUT,
                    "The job took longer than " + limits.job().toMinutes() + " minutes."));
        } else if (times.sinceStep(now) > limits.step().toNanos()) {
            stop(new StopCause.OutOfTime(
                    FailureCode.STEP_TIMED_OUT,
                    "The step " + progress.step().word() + " took longer than "
                            + limits.step().toMinutes() + " minutes."));
        }
    }

    private long heartbeatNanos() {
        return Math.min(
                surroundings.limits().heartbeat().toNanos(), command.lease().toNanos() / 3);
    }

    private void report() {
        List<LogLine> latest = takeLines();
        Report.Progressed report;
        lock.lock();
        try {
            reportedNanos = System.nanoTime();
            report = new Report.Progressed(identity, ++sequence, progress, latest);
        } finally {
            lock.unlock();
        }
        send(report);
    }

    /** Sends, and takes an acknowledgement as a sign that the lease holds. */
    CompletableFuture<?> send(Report.OfExecution report) {
        CompletableFuture<?> sent = surroundings.reports().send(report);
        return sent.whenComplete((acknowledged, fault) -> {
            if (fault == null) {
                acknowledged();
            }
        });
    }

    private void acknowledged() {
        lock.lock();
        try {
            acknowledgedNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** What all executions of a worker share. */
    record Surroundings(KafkaReportSender reports, ExecutionLimits limits, WorkFolder workFolder, Clock clock) {}
}

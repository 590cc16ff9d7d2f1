package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.background.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides, by the monotonic clock, when an execution must send a heartbeat, has exceeded a time limit, or has lost contact. If its reports
 * have not been acknowledged for two thirds of the lease, it stops by itself, before another worker may be given the job. Thread-safe.
 */
final class ExecutionWatch {
    private final ExecutionLimits limits;
    private final Duration lease;
    private final Ticker ticker;
    private final StepTimer steps = new StepTimer();
    private long acknowledgedNanos;
    private long reportedNanos;
    private boolean isWorking;

    ExecutionWatch(ExecutionLimits limits, Duration lease, Ticker ticker) {
        this.limits = limits;
        this.lease = lease;
        this.ticker = ticker;
        this.acknowledgedNanos = ticker.nanos();
        this.reportedNanos = acknowledgedNanos;
    }

    /** The work starts. */
    synchronized void start() {
        steps.start(ticker.nanos());
        isWorking = true;
    }

    synchronized void begin(ProgressStep step) {
        steps.begin(step, ticker.nanos());
    }

    synchronized void reported() {
        reportedNanos = ticker.nanos();
    }

    /** A report was stored, which renews the lease. */
    synchronized void acknowledged() {
        acknowledgedNanos = ticker.nanos();
    }

    synchronized boolean isHeartbeatDue() {
        long interval = Math.min(limits.heartbeatInterval().toNanos(), lease.toNanos() / 3);
        return ticker.nanos() - reportedNanos >= interval;
    }

    /** Why the work must be stopped now; empty if it may go on. */
    synchronized Optional<StopCause> overrun() {
        long now = ticker.nanos();
        if (now - acknowledgedNanos > lease.toNanos() / 3 * 2) {
            return Optional.of(new StopCause.LeaseUncertain());
        }
        if (!isWorking) {
            return Optional.empty();
        }
        if (steps.sinceStart(now) > limits.jobTimeout().toNanos()) {
            return Optional.of(new StopCause.OutOfTime(
                    FailureCode.JOB_TIMED_OUT,
                    "The job took longer than " + limits.jobTimeout().toMinutes() + " minutes."));
        }
        if (steps.sinceStep(now) > limits.stepTimeout().toNanos()) {
            return Optional.of(new StopCause.OutOfTime(
                    FailureCode.STEP_TIMED_OUT,
                    "The step " + steps.step().word() + " took longer than "
                            + limits.stepTimeout().toMinutes() + " minutes."));
        }
        return Optional.empty();
    }

    synchronized List<Effort.StepTime> stepTimes() {
        return steps.times(ticker.nanos());
    }

    Duration lease() {
        return lease;
    }
}

package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.log.JobLogContext;
import io.eventjobs.worker.log.LogKeys;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An execution in its slot, through its phases: claimed, granted, working, reporting its end, over. It has a thread only while it works,
 * started by the grant, so no code of the work can run before. Work that ignores the interrupt is abandoned: its job is reported as
 * stopped, but its thread keeps the slot until it ends, so that no more threads can hang than there are slots. All waiting is driven by
 * {@link #tick}. Thread-safe.
 */
final class SlotExecution {
    private static final Logger LOG = LoggerFactory.getLogger(SlotExecution.class);
    private static final long RESEND_CLAIM_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long RESEND_END_NANOS = Duration.ofMillis(500).toNanos();
    private static final long ABANDON_NANOS = Duration.ofMillis(1_500).toNanos();

    private final ExecutionContext context;
    private final OccupiedSlots slots;
    private final ExecutionRunner runner;
    private final Executor threads;
    private final Duration claimTimeout;
    private final Ticker ticker;
    private final Consumer<SlotExecution> whenOver;
    private GrantState state = GrantState.WAITING;
    private final long claimedNanos;
    private long sentNanos;
    private boolean wasGranted;
    private @Nullable Thread worker;
    private long stoppedNanos;
    private boolean hasEnded;
    private long endedNanos;
    private Report.@Nullable OfExecution end;
    private boolean isSending;
    private boolean isOver;

    /**
     * @param slots what it occupies; released by {@code whenOver}
     * @param threads runs the work, one thread for each execution
     * @param whenOver called once, when the slot is no longer needed
     */
    SlotExecution(
            ExecutionContext context,
            OccupiedSlots slots,
            ExecutionRunner runner,
            Executor threads,
            Duration claimTimeout,
            Ticker ticker,
            Consumer<SlotExecution> whenOver) {
        this.context = context;
        this.slots = slots;
        this.runner = runner;
        this.threads = threads;
        this.claimTimeout = claimTimeout;
        this.ticker = ticker;
        this.whenOver = whenOver;
        this.claimedNanos = ticker.nanos();
    }

    Report.Execution identity() {
        return context.identity();
    }

    OccupiedSlots slots() {
        return slots;
    }

    /** The final report; empty before the end, and if no gateway expects a report. */
    synchronized Optional<Report.OfExecution> end() {
        return Optional.ofNullable(end);
    }

    /** Sends the claim; the future completes when it is stored. */
    CompletableFuture<?> claim() {
        synchronized (this) {
            sentNanos = ticker.nanos();
        }
        return context.send(new Report.Claimed(identity()));
    }

    /** Starts the work, unless it was started or stopped before. */
    void granted() {
        synchronized (this) {
            if (state.phase() != GrantState.Phase.WAITING) {
                return;
            }
            state = state.granted();
            wasGranted = true;
        }
        context.granted();
        threads.execute(() -> JobLogContext.run(context.command(), this::work));
    }

    /** Drops an unanswered claim; returns false if it was granted meanwhile. */
    boolean withdraw() {
        stop(GrantState.Phase.WAITING, new StopCause.Refused("the claim is withdrawn"));
        synchronized (this) {
            return !wasGranted;
        }
    }

    /** Ends the work from outside; the first cause counts. */
    void stop(StopCause cause) {
        stop(GrantState.Phase.WAITING, cause);
        stop(GrantState.Phase.WORKING, cause);
    }

    /** Stops only in this phase, since the execution may have moved on after the decision to stop it. */
    private void stop(GrantState.Phase phase, StopCause cause) {
        synchronized (this) {
            if (state.phase() != phase) {
                return;
            }
            state = state.stopped(cause);
            stoppedNanos = ticker.nanos();
            if (worker != null) {
                worker.interrupt();
            }
        }
        if (phase == GrantState.Phase.WAITING) {
            over();
        }
    }

    /**
     * Called several times a second: resends unacknowledged messages, sends heartbeats, stops an execution that exceeds its time or has
     * lost contact.
     */
    void tick() {
        switch (duty()) {
            case Duty.None none -> {}
            case Duty.ClaimAgain again -> claim();
            case Duty.Stop stop -> stop(stop.phase(), stop.cause());
            case Duty.Heartbeat heartbeat -> context.report();
            case Duty.Abandon abandon -> abandon(abandon.place());
            case Duty.ReportEnd report -> send(report.report());
            case Duty.GiveUp giveUp -> {
                LOG.atWarn()
                        .addKeyValue(LogKeys.JOB_ID, identity().jobId())
                        .log("Execution given up; its end was not acknowledged before the lease expired");
                over();
            }
        }
    }

    private synchronized Duty duty() {
        long now = ticker.nanos();
        if (hasEnded) {
            return end == null ? new Duty.None() : dutyOfEnd(end, now);
        }
        return switch (state.phase()) {
            case WAITING -> dutyOfClaim(now);
            case WORKING -> dutyOfWork();
            case STOPPED -> dutyOfStopped(now);
        };
    }

    private Duty dutyOfClaim(long now) {
        if (now - claimedNanos >= claimTimeout.toNanos()) {
            return new Duty.Stop(GrantState.Phase.WAITING, new StopCause.Refused("no answer to the claim in time"));
        }
        return now - sentNanos >= RESEND_CLAIM_NANOS ? new Duty.ClaimAgain() : new Duty.None();
    }

    private Duty dutyOfWork() {
        Optional<StopCause> overrun = context.watch().overrun();
        if (overrun.isPresent()) {
            return new Duty.Stop(GrantState.Phase.WORKING, overrun.get());
        }
        return context.watch().isHeartbeatDue() ? new Duty.Heartbeat() : new Duty.None();
    }

    private Duty dutyOfStopped(long now) {
        return worker != null && now - stoppedNanos >= ABANDON_NANOS ? new Duty.Abandon(worker) : new Duty.None();
    }

    /** After the lease has expired, the gateway takes the job back by itself. */
    private Duty dutyOfEnd(Report.OfExecution report, long now) {
        if (now - endedNanos >= context.watch().lease().toNanos()) {
            return new Duty.GiveUp();
        }
        return !isSending && now - sentNanos >= RESEND_END_NANOS ? new Duty.ReportEnd(report) : new Duty.None();
    }

    /** Runs on a thread of its own. */
    private void work() {
        ExecutionResult result =
                starts() && context.begins(slots) ? runner.run(context) : new ExecutionResult.NotStarted();
        leaveThread();
        if (ends()) {
            report(result);
        } else {
            overIfReported();
        }
    }

    private void abandon(Throwable place) {
        if (ends()) {
            LOG.atError()
                    .addKeyValue(LogKeys.JOB_ID, identity().jobId())
                    .setCause(place)
                    .log("Work ignores the interrupt and is abandoned; its thread keeps the slot until it ends");
            report(new ExecutionResult.Failed(
                    Failure.of(FailureCode.INTERNAL_ERROR, FailureCode.INTERNAL_ERROR.meaning())));
        }
    }

    private synchronized boolean starts() {
        worker = Thread.currentThread();
        return state.phase() == GrantState.Phase.WORKING;
    }

    /** Clears the interrupt flag, which must not affect what the thread does after the work. */
    private synchronized void leaveThread() {
        worker = null;
        Thread.interrupted();
    }

    /** The work ends once: by itself, or abandoned. */
    private synchronized boolean ends() {
        if (hasEnded) {
            return false;
        }
        hasEnded = true;
        endedNanos = ticker.nanos();
        return true;
    }

    private void report(ExecutionResult result) {
        context.folder().delete();
        Optional<Report.OfExecution> report;
        synchronized (this) {
            report = EndReport.of(context, result, state.cause());
            end = report.orElse(null);
        }
        report.ifPresentOrElse(this::send, this::over);
    }

    private void send(Report.OfExecution report) {
        synchronized (this) {
            isSending = true;
            sentNanos = ticker.nanos();
        }
        context.send(report).whenComplete((stored, fault) -> {
            if (fault == null) {
                over();
            } else {
                notStored(fault);
            }
        });
    }

    private void notStored(Throwable fault) {
        synchronized (this) {
            isSending = false;
        }
        LOG.atWarn()
                .addKeyValue(LogKeys.JOB_ID, identity().jobId())
                .addKeyValue(LogKeys.FAULT, String.valueOf(fault.getMessage()))
                .log("End of execution not acknowledged yet");
    }

    private void over() {
        synchronized (this) {
            if (isOver) {
                return;
            }
            isOver = true;
            if (worker != null) {
                return;
            }
        }
        whenOver.accept(this);
    }

    /** The thread of abandoned work has ended; if the end is not acknowledged yet, that frees the slot. */
    private void overIfReported() {
        synchronized (this) {
            if (!isOver) {
                return;
            }
        }
        whenOver.accept(this);
    }
}

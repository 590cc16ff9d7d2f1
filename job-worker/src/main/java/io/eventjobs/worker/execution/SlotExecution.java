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
 * An execution of a worker, through its phases: claimed, granted, working in a slot, reporting its end, over. It has a thread only while it
 * works, requested by the grant, so no code of the work can run before. If no slot becomes free soon enough, the job is handed back. Work
 * that ignores the interrupt is abandoned: its job is reported as stopped, but its thread keeps the slot until it ends, so that no more
 * threads can hang than there are slots. All waiting is driven by {@link #tick}. Thread-safe.
 */
final class SlotExecution {
    private static final Logger LOG = LoggerFactory.getLogger(SlotExecution.class);

    private final ExecutionContext context;
    private final OccupiedSlots slots;
    private final ExecutionRunner runner;
    private final Executor threads;
    private final Duration claimTimeout;
    private final ExecutionTimes times;
    private final Consumer<SlotExecution> whenOver;
    private GrantState state = GrantState.WAITING;
    private @Nullable Thread worker;
    private Report.@Nullable OfExecution end;
    private boolean isSending;
    private boolean isOver;

    /**
     * @param slots what it occupies; released by {@code whenOver}
     * @param threads runs the work as soon as there is a slot for it
     * @param whenOver called once, when it needs no place in the worker any longer
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
        this.times = new ExecutionTimes(ticker);
        this.whenOver = whenOver;
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

    /** Says how its time was spent, now that it is over, or that it lacked a slot. */
    synchronized void measure(Prefetch prefetch) {
        if (state.cause() instanceof StopCause.NoSlot) {
            prefetch.reset();
        } else if (state.phase() == GrantState.Phase.WORKING
                && !context.command().runsAlone()) {
            times.spent().ifPresent(prefetch::over);
        }
    }

    /** Sends the claim; the future completes when it is stored. */
    CompletableFuture<?> claim() {
        times.sent();
        return context.send(new Report.Claimed(identity()));
    }

    /** Starts the work, unless it was started or stopped before. */
    void granted() {
        synchronized (this) {
            if (state.phase() != GrantState.Phase.WAITING) {
                return;
            }
            state = state.granted();
            times.granted();
        }
        threads.execute(() -> JobLogContext.run(context.command(), this::work));
    }

    /** Drops an unanswered claim; returns false if it was granted meanwhile. */
    boolean withdraw() {
        stop(GrantState.Phase.WAITING, new StopCause.Refused("the claim is withdrawn"));
        return !times.isGranted();
    }

    /** Ends the work from outside; the first cause counts. */
    void stop(StopCause cause) {
        stop(GrantState.Phase.WAITING, cause);
        stop(GrantState.Phase.WORKING, cause);
    }

    /** Stops only in this phase, since the execution may have moved on after the decision to stop it. */
    private void stop(GrantState.Phase phase, StopCause cause) {
        boolean hasBegun;
        synchronized (this) {
            if (state.phase() != phase) {
                return;
            }
            state = state.stopped(cause);
            times.stopped();
            hasBegun = times.hasBegun();
            if (worker != null) {
                worker.interrupt();
            }
        }
        if (phase == GrantState.Phase.WAITING) {
            over();
        } else if (!hasBegun && times.ended()) {
            report(new ExecutionResult.NotStarted());
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
        if (times.hasEnded()) {
            return end == null ? new Duty.None() : dutyOfEnd(end);
        }
        return switch (state.phase()) {
            case WAITING -> dutyOfClaim();
            case WORKING -> dutyOfWork();
            case STOPPED -> dutyOfStopped();
        };
    }

    private Duty dutyOfClaim() {
        if (times.isUnanswered(claimTimeout)) {
            return new Duty.Stop(GrantState.Phase.WAITING, new StopCause.Refused("no answer to the claim in time"));
        }
        return times.isClaimDueAgain() ? new Duty.ClaimAgain() : new Duty.None();
    }

    private Duty dutyOfWork() {
        if (times.lacksSlot()) {
            return new Duty.Stop(GrantState.Phase.WORKING, new StopCause.NoSlot());
        }
        Optional<StopCause> overrun = context.watch().overrun();
        if (overrun.isPresent()) {
            return new Duty.Stop(GrantState.Phase.WORKING, overrun.get());
        }
        return context.watch().isHeartbeatDue() ? new Duty.Heartbeat() : new Duty.None();
    }

    private Duty dutyOfStopped() {
        return worker != null && times.isStopIgnored() ? new Duty.Abandon(worker) : new Duty.None();
    }

    /** After the lease has expired, the gateway takes the job back by itself. */
    private Duty dutyOfEnd(Report.OfExecution report) {
        if (times.isEndExpired(context.watch().lease())) {
            return new Duty.GiveUp();
        }
        return !isSending && times.isEndDueAgain() ? new Duty.ReportEnd(report) : new Duty.None();
    }

    /** Runs on a thread of its own. */
    private void work() {
        if (!begins()) {
            return;
        }
        ExecutionResult result = context.begins(slots) ? runner.run(context) : new ExecutionResult.NotStarted();
        leaveThread();
        if (times.ended()) {
            report(result);
        } else {
            overIfReported();
        }
    }

    private void abandon(Throwable place) {
        if (times.ended()) {
            LOG.atError()
                    .addKeyValue(LogKeys.JOB_ID, identity().jobId())
                    .setCause(place)
                    .log("Work ignores the interrupt and is abandoned; its thread keeps the slot until it ends");
            report(new ExecutionResult.Failed(
                    Failure.of(FailureCode.INTERNAL_ERROR, FailureCode.INTERNAL_ERROR.meaning())));
        }
    }

    /** False if it was stopped while it waited for its slot; then its end is reported already. */
    private synchronized boolean begins() {
        if (state.phase() != GrantState.Phase.WORKING) {
            return false;
        }
        worker = Thread.currentThread();
        times.begun();
        return true;
    }

    /** Clears the interrupt flag, which must not affect what the thread does after the work. */
    private synchronized void leaveThread() {
        worker = null;
        Thread.interrupted();
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
            times.sent();
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

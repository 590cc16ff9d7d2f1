package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.JobTransitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches waiting jobs: as many as the window allows, in the order of the ready queue, each with permits of its host and batch. A job is
 * first stored under its next token, as queued or as held by the execution that it is assigned to; then its command or assignment is sent.
 */
public final class Dispatcher implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);
    private static final Duration MIN_PAUSE = Duration.ofMillis(1);

    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final DispatchPermits permits;
    private final DispatchCapacity capacity;
    private final CommandSender commands;
    private final Executor executor;
    private final Clock clock;

    Dispatcher(
            JobIndex jobIndex,
            JobTransitions jobs,
            DispatchPermits permits,
            DispatchCapacity capacity,
            CommandSender commands,
            Executor executor,
            Clock clock) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.permits = permits;
        this.capacity = capacity;
        this.commands = commands;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        int free = capacity.free();
        Optional<Instant> nextHostOpening = Optional.empty();
        if (free > 0) {
            Duration early = capacity.untilNextRound(free);
            if (early.isPositive()) {
                return early;
            }
            RoundAdmission admission = permits.newRound(capacity::canDo, capacity::freeOf);
            List<OpenJob> taken = jobIndex.takeReady(free, clock.instant(), admission);
            dispatch(permits.acquire(capacity.plan(taken)));
            permits.roundEnded(admission);
            if (!admission.unknownBatches().isEmpty()) {
                permits.loadUnknown(admission);
                return MIN_PAUSE;
            }
            nextHostOpening = admission.nextHostOpening();
        }
        return Stream.concat(jobIndex.nextDue().stream(), nextHostOpening.stream())
                .min(Comparator.naturalOrder())
                .map(this::untilDue)
                .orElse(MAX_PAUSE);
    }

    private Duration untilDue(Instant due) {
        Duration until = Duration.between(clock.instant(), due);
        if (until.compareTo(MIN_PAUSE) < 0) {
            return MIN_PAUSE;
        }
        return until.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : until;
    }

    private void dispatch(List<PlannedDispatch> permitted) {
        List<CompletableFuture<Void>> dispatches = permitted.stream()
                .map(planned -> CompletableFuture.runAsync(() -> dispatch(planned), executor))
                .toList();
        dispatches.forEach(CompletableFuture::join);
    }

    private void dispatch(PlannedDispatch planned) {
        OpenJob entry = planned.job();
        try {
            Optional<JobRecord> dispatched = jobs.change(entry.id(), job -> planned.apply(job, clock.instant()));
            dispatched.ifPresentOrElse(commands::send, () -> permits.returnUnused(entry));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.JOB_ID, entry.id())
                    .setCause(e)
                    .log("Job could not be dispatched; it waits");
            jobIndex.putBack(entry);
        }
    }
}

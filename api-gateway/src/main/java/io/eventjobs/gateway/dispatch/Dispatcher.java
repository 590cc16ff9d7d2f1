package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dispatches waiting jobs: as many as the window has room for, in the order of the ready queue, each with the permits of its
 * host and its batch. A job is first stored as queued under its next token, then its command is sent; a lost command is
 * noticed when nobody claims it.
 */
public final class Dispatcher implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration MAX_REST = Duration.ofMillis(500);
    private static final Duration MIN_REST = Duration.ofMillis(1);

    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final DispatchPermits permits;
    private final Capacity capacity;
    private final CommandSender commands;
    private final Clock clock;

    public Dispatcher(
            JobIndex jobIndex,
            JobTransitions jobs,
            BatchTransitions batches,
            DispatchPermits permits,
            Outlets outlets,
            Clock clock) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.batches = batches;
        this.permits = permits;
        this.capacity = outlets.capacity();
        this.commands = outlets.commands();
        this.clock = clock;
    }

    @Override
    public Duration run() {
        int free = capacity.free(jobIndex);
        Optional<Instant> nextHostOpening = Optional.empty();
        if (free > 0) {
            RoundAdmission admission = permits.newRound(capacity.workers()::canDo);
            dispatch(permits.acquire(jobIndex.takeReady(free, clock.instant(), admission)));
            permits.roundEnded(admission);
            if (!admission.unknownBatches().isEmpty()) {
                admission.unknownBatches().forEach(batches::load);
                return MIN_REST;
            }
            nextHostOpening = admission.nextHostOpening();
        }
        return Stream.concat(jobIndex.nextDue().stream(), nextHostOpening.stream())
                .min(Comparator.naturalOrder())
                .map(this::untilDue)
                .orElse(MAX_REST);
    }

    private Duration untilDue(Instant due) {
        Duration until = Duration.between(clock.instant(), due);
        if (until.compareTo(MIN_REST) < 0) {
            return MIN_REST;
        }
        return until.compareTo(MAX_REST) > 0 ? MAX_REST : until;
    }

    private void dispatch(List<OpenJob> going) {
        List<CompletableFuture<Void>> under = going.stream()
                .map(entry -> CompletableFuture.runAsync(() -> dispatch(entry), commands.executor()))
                .toList();
        under.forEach(CompletableFuture::join);
    }

    private void dispatch(OpenJob entry) {
        try {
            Optional<JobRecord> queued = jobs.change(
                    entry.id(),
                    job -> job.token() == entry.token()
                            ? JobLifecycle.dispatched(job, clock.instant())
                            : Optional.empty());
            queued.ifPresentOrElse(commands::send, () -> permits.returnPermits(entry));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("job_id", entry.id()).setCause(e).log("Job could not be dispatched; it waits");
            jobIndex.putBack(entry);
        }
    }

    /**
     * How much room there is for further commands.
     *
     * @param paused whether nothing may start anywhere
     */
    public record Capacity(WorkerRegistry workers, int partitions, int lookaheadPercent, BooleanSupplier paused) {
        int free(JobIndex jobIndex) {
            if (paused.getAsBoolean()) {
                return 0;
            }
            DispatchWindow window =
                    new DispatchWindow(workers.slots(), jobIndex.owned().size(), partitions, lookaheadPercent);
            return window.free(jobIndex.count(JobStatus.QUEUED), jobIndex.count(JobStatus.PROCESSING));
        }
    }

    /**
     * What a dispatch needs room in, and where its command goes.
     */
    public record Outlets(Capacity capacity, CommandSender commands) {}

    /** Sends the command of a queued job. The record is what the command follows from, so it can be sent again. */
    public record CommandSender(GatewaySender sender, Duration lease, Executor executor) {
        public void send(JobRecord queued) {
            sender.command(Commands.of(queued, lease)).whenComplete((sent, fault) -> {
                if (fault != null) {
                    LOG.atWarn()
                            .addKeyValue("job_id", queued.id())
                            .addKeyValue("fault", fault.toString())
                            .log("Command not sent; the job is dispatched again after its claim deadline");
                }
            });
        }
    }
}

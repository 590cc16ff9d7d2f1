package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Step;
import io.eventjobs.gateway.job.JobLife;
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
 * Hands out waiting jobs: as many as the window has room for, in the order of the agenda, each with the permits of its
 * host and its batch. A job is first stored as queued under its next token, then its command is sent; a command that is lost on the way is
 * noticed when nobody claims it.
 */
public final class Dispatcher implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration MAX_REST = Duration.ofMillis(500);
    private static final Duration MIN_REST = Duration.ofMillis(1);

    private final Agenda agenda;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final DispatchPermits permits;
    private final Room room;
    private final CommandOutlet commands;
    private final Clock clock;

    public Dispatcher(
            Agenda agenda,
            JobTransitions jobs,
            BatchTransitions batches,
            DispatchPermits permits,
            Outlets outlets,
            Clock clock) {
        this.agenda = agenda;
        this.jobs = jobs;
        this.batches = batches;
        this.permits = permits;
        this.room = outlets.room();
        this.commands = outlets.commands();
        this.clock = clock;
    }

    @Override
    public Duration run() {
        int free = room.now(agenda);
        Optional<Instant> hostOpens = Optional.empty();
        if (free > 0) {
            LaneOpenings openings = permits.openings(room.workers()::canDo);
            dispatch(permits.permitted(agenda.takeReady(free, clock.instant(), openings)));
            permits.ended(openings);
            if (!openings.unknown().isEmpty()) {
                openings.unknown().forEach(batches::refresh);
                return MIN_REST;
            }
            hostOpens = openings.hostOpens();
        }
        return Stream.concat(agenda.nextDue().stream(), hostOpens.stream())
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

    private void dispatch(List<AgendaEntry> going) {
        List<CompletableFuture<Void>> under = going.stream()
                .map(entry -> CompletableFuture.runAsync(() -> dispatch(entry), commands.executor()))
                .toList();
        under.forEach(CompletableFuture::join);
    }

    private void dispatch(AgendaEntry entry) {
        try {
            Optional<JobRecord> queued = jobs.change(
                    entry.id(),
                    job -> job.token() == entry.token() ? JobLife.dispatched(job, clock.instant()) : Optional.empty());
            queued.ifPresentOrElse(commands::send, () -> permits.giveBack(entry));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("job_id", entry.id()).setCause(e).log("Job could not be dispatched; it waits");
            agenda.putBack(entry);
        }
    }

    /**
     * How much room there is for further commands.
     *
     * @param paused whether nothing may start anywhere
     */
    public record Room(WorkerRegistry workers, int partitions, int lookaheadPercent, BooleanSupplier paused) {
        int now(Agenda agenda) {
            if (paused.getAsBoolean()) {
                return 0;
            }
            DispatchWindow window =
                    new DispatchWindow(workers.slots(), agenda.owned().size(), partitions, lookaheadPercent);
            return window.room(agenda.count(JobStatus.QUEUED), agenda.count(JobStatus.PROCESSING));
        }
    }

    /**
     * What a dispatch needs room in, and where its command goes.
     */
    public record Outlets(Room room, CommandOutlet commands) {}

    /** Sends the command of a queued job. The record is what the command follows from, so it can be sent again. */
    public record CommandOutlet(GatewaySender sender, Duration lease, Executor executor) {
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

package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.agenda.Agenda;
import io.eventjobs.gateway.agenda.AgendaEntry;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.record.BatchLife;
import io.eventjobs.gateway.record.BatchRecord;
import io.eventjobs.gateway.record.JobLife;
import io.eventjobs.gateway.record.JobRecord;
import io.eventjobs.gateway.record.Permit;
import io.eventjobs.gateway.runner.Step;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out waiting jobs: as many as the window has room for, in the order of the agenda, each with a permit of its batch.
 * A job is first stored as queued under its next token, then its command is sent; a command that is lost on the way is
 * noticed when nobody claims it.
 */
public final class Dispatcher implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LONGEST_REST = Duration.ofMillis(500);
    private static final Duration SHORTEST_REST = Duration.ofMillis(1);

    private final Agenda agenda;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final Room room;
    private final CommandOutlet commands;
    private final Clock clock;

    public Dispatcher(
            Agenda agenda,
            JobTransitions jobs,
            BatchTransitions batches,
            Room room,
            CommandOutlet commands,
            Clock clock) {
        this.agenda = agenda;
        this.jobs = jobs;
        this.batches = batches;
        this.room = room;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public Duration run() {
        int free = room.now(agenda);
        if (free > 0) {
            LaneOpenings openings = new LaneOpenings(room.workers()::canDo, batches::known);
            dispatch(permitted(agenda.takeReady(free, clock.instant(), openings)));
            if (!openings.unknown().isEmpty()) {
                openings.unknown().forEach(batches::refresh);
                return SHORTEST_REST;
            }
        }
        return agenda.nextDue().map(this::untilDue).orElse(LONGEST_REST);
    }

    private Duration untilDue(Instant due) {
        Duration until = Duration.between(clock.instant(), due);
        if (until.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return until.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : until;
    }

    /** Those of the taken jobs that may go: jobs of batches need a permit, stored in the batch before the job changes. */
    private List<AgendaEntry> permitted(List<AgendaEntry> taken) {
        List<AgendaEntry> going = new ArrayList<>();
        Map<BatchKey, List<AgendaEntry>> ofBatches = new HashMap<>();
        for (AgendaEntry entry : taken) {
            BatchKey batch = entry.place().batch();
            if (batch == null) {
                going.add(entry);
            } else {
                ofBatches.computeIfAbsent(batch, fresh -> new ArrayList<>()).add(entry);
            }
        }
        Map<BatchKey, CompletableFuture<Optional<List<Permit>>>> asked = new HashMap<>();
        ofBatches.forEach((batch, entries) -> asked.put(batch, ask(batch, entries)));
        asked.forEach((batch, answer) -> going.addAll(got(ofBatches.getOrDefault(batch, List.of()), answer)));
        return going;
    }

    private CompletableFuture<Optional<List<Permit>>> ask(BatchKey batch, List<AgendaEntry> entries) {
        List<Permit> wanted = entries.stream()
                .map(entry -> new Permit(entry.id(), entry.token() + 1, false))
                .toList();
        return batches.change(batch, record -> permits(record, wanted));
    }

    private static BatchTransitions.Change<List<Permit>> permits(BatchRecord record, List<Permit> wanted) {
        BatchLife.Permitting permitting = BatchLife.permitted(record, wanted);
        return new BatchTransitions.Change<>(permitting.batch(), permitting.got());
    }

    private List<AgendaEntry> got(List<AgendaEntry> entries, CompletableFuture<Optional<List<Permit>>> answer) {
        Set<JobId> permitted = Set.of();
        try {
            permitted =
                    answer.join().orElse(List.of()).stream().map(Permit::jobId).collect(Collectors.toSet());
        } catch (CompletionException e) {
            LOG.atWarn().setCause(e).log("Permits could not be stored; their jobs wait");
        }
        List<AgendaEntry> going = new ArrayList<>();
        for (AgendaEntry entry : entries) {
            if (permitted.contains(entry.id())) {
                going.add(entry);
            } else {
                agenda.putBack(entry);
            }
        }
        return going;
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
            queued.ifPresent(commands::send);
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

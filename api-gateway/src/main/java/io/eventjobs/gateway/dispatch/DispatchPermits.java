package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.batch.BatchLife;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.host.HostLanes;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets for each job that is to be dispatched the permits of its host and of its batch, stored there before the job changes.
 * A job that misses one goes back to the agenda.
 */
public final class DispatchPermits {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchPermits.class);

    private final Agenda agenda;
    private final BatchTransitions batches;
    private final HostLanes hosts;
    private volatile Map<HostWait, Integer> waiting = Map.of();

    public DispatchPermits(Agenda agenda, BatchTransitions batches, HostLanes hosts) {
        this.agenda = agenda;
        this.batches = batches;
        this.hosts = hosts;
    }

    /** How many hosts jobs waited for in the last round, for that reason. */
    public int hostsWaitedFor(HostWait reason) {
        return waiting.getOrDefault(reason, 0);
    }

    LaneOpenings openings(Predicate<JobType> doable) {
        return new LaneOpenings(doable, batches::known, hosts::room);
    }

    void ended(LaneOpenings round) {
        waiting = round.waiting();
    }

    /** Those of the taken jobs that may go. */
    List<AgendaEntry> permitted(List<AgendaEntry> taken) {
        List<AgendaEntry> atHosts = permitted(taken, entry -> entry.place().host(), this::askHost);
        List<AgendaEntry> going = permitted(atHosts, entry -> entry.place().batch(), this::askBatch);
        Set<AgendaEntry> refused = new HashSet<>(atHosts);
        going.forEach(refused::remove);
        refused.forEach(this::giveBack);
        return going;
    }

    /** The job was not dispatched after all. */
    void giveBack(AgendaEntry entry) {
        if (entry.place().host() != null) {
            hosts.giveBack(entry.place().host(), entry.id(), entry.token() + 1);
        }
    }

    /** Asks each giver for all its jobs at once; those without one go. */
    private <K> List<AgendaEntry> permitted(
            List<AgendaEntry> taken,
            Function<AgendaEntry, @Nullable K> giver,
            BiFunction<K, List<AgendaEntry>, CompletableFuture<Set<JobId>>> asking) {
        List<AgendaEntry> going = new ArrayList<>();
        Map<K, List<AgendaEntry>> byGiver = new LinkedHashMap<>();
        for (AgendaEntry entry : taken) {
            K key = giver.apply(entry);
            if (key == null) {
                going.add(entry);
            } else {
                byGiver.computeIfAbsent(key, fresh -> new ArrayList<>()).add(entry);
            }
        }
        Map<K, CompletableFuture<Set<JobId>>> answers = new HashMap<>();
        byGiver.forEach((key, entries) -> answers.put(key, asking.apply(key, entries)));
        answers.forEach((key, answer) -> going.addAll(got(byGiver.getOrDefault(key, List.of()), answer)));
        return going;
    }

    private CompletableFuture<Set<JobId>> askHost(String host, List<AgendaEntry> entries) {
        Map<JobId, Long> wanted = new LinkedHashMap<>();
        entries.forEach(entry -> wanted.put(entry.id(), entry.token() + 1));
        return hosts.permit(host, wanted);
    }

    private CompletableFuture<Set<JobId>> askBatch(BatchKey batch, List<AgendaEntry> entries) {
        List<Permit> wanted = entries.stream()
                .map(entry -> new Permit(entry.id(), entry.token() + 1, false))
                .toList();
        return batches.change(batch, record -> permits(record, wanted))
                .thenApply(
                        got -> got.orElse(List.of()).stream().map(Permit::jobId).collect(Collectors.toSet()));
    }

    private static BatchTransitions.Change<List<Permit>> permits(BatchRecord record, List<Permit> wanted) {
        BatchLife.Permitting permitting = BatchLife.permitted(record, wanted);
        return new BatchTransitions.Change<>(permitting.batch(), permitting.got());
    }

    private List<AgendaEntry> got(List<AgendaEntry> entries, CompletableFuture<Set<JobId>> answer) {
        Set<JobId> permitted = Set.of();
        try {
            permitted = answer.join();
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
}

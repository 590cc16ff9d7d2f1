package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.gateway.hostlimit.HostLimiter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
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
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obtains the permits of host and batch for each job to be dispatched; they are stored there before the job changes. A job that lacks one
 * returns to the ready queue.
 */
public final class DispatchPermits {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchPermits.class);

    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final BatchPermits batches;
    private final HostLimiter hosts;
    private volatile Map<HostWait, Integer> waiting = Map.of();

    DispatchPermits(JobIndex jobIndex, JobTransitions jobs, BatchPermits batches, HostLimiter hosts) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.batches = batches;
        this.hosts = hosts;
    }

    /** The number of hosts that jobs waited for in the last round, by reason. */
    public int hostsWaitedFor(HostWait reason) {
        return waiting.getOrDefault(reason, 0);
    }

    /**
     * @param doable whether some worker can do jobs of this type
     * @param tenants how many more jobs of a tenant may be dispatched
     */
    RoundAdmission newRound(Predicate<JobType> doable, ToIntFunction<TenantId> tenants) {
        return new RoundAdmission(doable, batches::cached, hosts::capacity, tenants);
    }

    /** Reads the batches that are not cached, for the next round. */
    void loadUnknown(RoundAdmission round) {
        round.unknownBatches().forEach(batches::load);
    }

    void roundEnded(RoundAdmission round) {
        waiting = round.hostsByReason();
    }

    /** Those that may be dispatched. */
    List<PlannedDispatch> acquire(List<PlannedDispatch> planned) {
        List<PlannedDispatch> atHosts = acquire(
                planned,
                dispatch -> dispatch.job().place().host(),
                (host, dispatches) -> hosts.acquire(host, tokens(dispatches)));
        List<PlannedDispatch> permitted =
                acquire(atHosts, dispatch -> dispatch.job().place().batch(), batches::acquire);
        Set<PlannedDispatch> refused = new HashSet<>(atHosts);
        permitted.forEach(refused::remove);
        refused.forEach(dispatch -> returnHostPermit(dispatch.job()));
        return permitted;
    }

    /**
     * Returns the permits of a job that was not dispatched after all, and never will be under this token; unless another gateway dispatched
     * it, which then owns the permits.
     */
    void returnUnused(OpenJob entry) {
        boolean isDispatched = jobs.load(entry.id())
                .filter(job -> job.token() == entry.token() + 1)
                .filter(JobRecord::isUnderWay)
                .isPresent();
        if (!isDispatched) {
            returnPermits(entry);
        }
    }

    private void returnPermits(OpenJob entry) {
        returnHostPermit(entry);
        if (entry.place().batch() != null) {
            batches.returnPermit(entry.place().batch(), entry.id(), entry.token() + 1);
        }
    }

    private void returnHostPermit(OpenJob entry) {
        if (entry.place().host() != null) {
            hosts.returnPermit(entry.place().host(), entry.id(), entry.token() + 1);
        }
    }

    /** Requests permits from each owner for all its jobs at once; jobs without an owner need none. */
    private <K> List<PlannedDispatch> acquire(
            List<PlannedDispatch> planned,
            Function<PlannedDispatch, @Nullable K> owner,
            BiFunction<K, List<PlannedDispatch>, CompletableFuture<Set<JobId>>> acquiring) {
        List<PlannedDispatch> permitted = new ArrayList<>();
        Map<K, List<PlannedDispatch>> byOwner = new LinkedHashMap<>();
        for (PlannedDispatch dispatch : planned) {
            K key = owner.apply(dispatch);
            if (key == null) {
                permitted.add(dispatch);
            } else {
                byOwner.computeIfAbsent(key, fresh -> new ArrayList<>()).add(dispatch);
            }
        }
        Map<K, CompletableFuture<Set<JobId>>> answers = new HashMap<>();
        byOwner.forEach((key, dispatches) -> answers.put(key, acquiring.apply(key, dispatches)));
        answers.forEach((key, answer) -> permitted.addAll(permitted(byOwner.getOrDefault(key, List.of()), answer)));
        return permitted;
    }

    private static Map<JobId, Long> tokens(List<PlannedDispatch> dispatches) {
        Map<JobId, Long> wanted = new LinkedHashMap<>();
        dispatches.forEach(dispatch -> wanted.put(dispatch.id(), dispatch.token()));
        return wanted;
    }

    private List<PlannedDispatch> permitted(List<PlannedDispatch> dispatches, CompletableFuture<Set<JobId>> answer) {
        Set<JobId> granted = Set.of();
        try {
            granted = answer.join();
        } catch (CompletionException e) {
            LOG.atWarn().setCause(e).log("Permits could not be stored; their jobs wait");
        }
        List<PlannedDispatch> permitted = new ArrayList<>();
        for (PlannedDispatch dispatch : dispatches) {
            if (granted.contains(dispatch.id())) {
                permitted.add(dispatch);
            } else {
                jobIndex.putBack(dispatch.job());
            }
        }
        return permitted;
    }
}

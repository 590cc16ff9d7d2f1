package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.host.HostCapacity;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Decides in one round of dispatch: a lane or host is open if some worker can do the job, its tenant may have more jobs under way, its host
 * has capacity, and its batch is active and has permits left. Uses cached data only, so a batch that is not cached is closed in this round.
 */
final class RoundAdmission implements Admission {
    private final Predicate<JobType> doable;
    private final Function<BatchKey, Optional<BatchRecord>> batches;
    private final Function<String, HostCapacity> hosts;
    private final ToIntFunction<TenantId> tenants;
    private final Map<BatchKey, Integer> permitsLeft = new HashMap<>();
    private final Map<String, HostCapacity> capacities = new HashMap<>();
    private final Map<TenantId, Integer> freeOfTenants = new HashMap<>();
    private final Map<String, Integer> freeAtHosts = new HashMap<>();
    private final Set<String> closedHosts = new HashSet<>();
    private final Set<BatchKey> unknown = new HashSet<>();

    RoundAdmission(
            Predicate<JobType> doable,
            Function<BatchKey, Optional<BatchRecord>> batches,
            Function<String, HostCapacity> hosts,
            ToIntFunction<TenantId> tenants) {
        this.doable = doable;
        this.batches = batches;
        this.hosts = hosts;
        this.tenants = tenants;
    }

    @Override
    public Decision decide(OpenJob entry) {
        if (!doable.test(entry.type())) {
            return Decision.LANE_CLOSED;
        }
        TenantId tenant = entry.place().tenant();
        if (freeOfTenants.computeIfAbsent(tenant, tenants::applyAsInt) <= 0) {
            return Decision.LANE_CLOSED;
        }
        String host = entry.place().host();
        if (host != null && !hostHasCapacity(host, entry)) {
            closedHosts.add(host);
            return Decision.HOST_CLOSED;
        }
        BatchKey batch = entry.place().batch();
        if (batch != null && !batchHasPermits(batch, entry)) {
            return Decision.LANE_CLOSED;
        }
        freeOfTenants.merge(tenant, -1, Integer::sum);
        if (host != null) {
            freeAtHosts.merge(host, -1, Integer::sum);
        }
        return Decision.ADMITTED;
    }

    /** Batches that were skipped because they are not cached. */
    Set<BatchKey> unknownBatches() {
        return unknown;
    }

    /** The earliest time at which a host that jobs wait for opens by itself; empty if none does. */
    Optional<Instant> nextHostOpening() {
        return closedHosts.stream()
                .map(capacities::get)
                .flatMap(capacity -> capacity.opensAt().stream())
                .min(Comparator.naturalOrder());
    }

    /** The number of hosts that jobs wait for, by reason. */
    Map<HostWait, Integer> hostsByReason() {
        Map<HostWait, Integer> waiting = new EnumMap<>(HostWait.class);
        for (String host : closedHosts) {
            HostCapacity capacity = capacities.get(host);
            waiting.merge(capacity == null || capacity.free() > 0 ? HostWait.FULL : capacity.reason(), 1, Integer::sum);
        }
        return waiting;
    }

    /** A job whose former gateway ended between granting it a permit and dispatching it already has its permit. */
    private boolean hostHasCapacity(String host, OpenJob entry) {
        HostCapacity capacity = capacities.computeIfAbsent(host, hosts);
        return freeAtHosts.computeIfAbsent(host, fresh -> capacity.free()) > 0
                || capacity.holders().contains(entry.id()) && capacity.reason() == HostWait.FULL;
    }

    private boolean batchHasPermits(BatchKey batch, OpenJob entry) {
        int left = permitsLeft.computeIfAbsent(batch, this::permits);
        if (left > 0) {
            permitsLeft.put(batch, left - 1);
        }
        return left > 0 || hasPermit(batch, entry);
    }

    private boolean hasPermit(BatchKey batch, OpenJob entry) {
        return batches.apply(batch)
                .filter(BatchLifecycle::mayStart)
                .filter(record -> record.permits().stream()
                        .anyMatch(permit -> permit.jobId().equals(entry.id()) && permit.token() == entry.token() + 1))
                .isPresent();
    }

    private int permits(BatchKey key) {
        Optional<BatchRecord> batch = batches.apply(key);
        if (batch.isEmpty()) {
            unknown.add(key);
        }
        return batch.filter(BatchLifecycle::mayStart)
                .map(BatchLifecycle::freePermits)
                .orElse(0);
    }
}

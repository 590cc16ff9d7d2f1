package io.eventjobs.gateway.dispatch;

import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The dispatch order of waiting jobs: tenants take turns; within a tenant by priority, so that no priority of one tenant holds up another;
 * within a priority batches (and the jobs without one) take turns; within a batch in order, skipping jobs whose host has no capacity. Not
 * thread-safe.
 */
final class ReadyQueue {
    private static final Comparator<Priority> HIGHEST_FIRST =
            Comparator.<Priority>naturalOrder().reversed();

    private final Map<TenantId, NavigableMap<Priority, Map<String, Lane>>> byTenant = new LinkedHashMap<>();
    private int size;

    int size() {
        return size;
    }

    void add(OpenJob entry) {
        boolean added = byTenant.computeIfAbsent(entry.place().tenant(), tenant -> new TreeMap<>(HIGHEST_FIRST))
                .computeIfAbsent(entry.priority(), priority -> new LinkedHashMap<>())
                .computeIfAbsent(entry.place().lane(), lane -> new Lane())
                .add(entry);
        size += added ? 1 : 0;
    }

    void remove(OpenJob entry) {
        TenantId tenant = entry.place().tenant();
        Map<Priority, Map<String, Lane>> priorities = byTenant.get(tenant);
        Map<String, Lane> lanes = priorities == null ? null : priorities.get(entry.priority());
        Lane lane = lanes == null ? null : lanes.get(entry.place().lane());
        if (priorities == null || lanes == null || lane == null || !lane.remove(entry)) {
            return;
        }
        size--;
        if (lane.isEmpty()) {
            lanes.remove(entry.place().lane());
        }
        if (lanes.isEmpty()) {
            priorities.remove(entry.priority());
        }
        if (priorities.isEmpty()) {
            byTenant.remove(tenant);
        }
    }

    /** Removes the next jobs, at most {@code max}; skips lanes that are not admitted in this round. */
    List<OpenJob> take(int max, Admission admission) {
        Round round = new Round(max, admission);
        boolean progress = true;
        while (progress && !round.isFull()) {
            progress = false;
            for (TenantId tenant : List.copyOf(byTenant.keySet())) {
                progress |= !round.isFull() && takeOne(tenant, round);
            }
        }
        return round.taken;
    }

    private boolean takeOne(TenantId tenant, Round round) {
        NavigableMap<Priority, Map<String, Lane>> priorities = byTenant.getOrDefault(tenant, new TreeMap<>());
        for (Map<String, Lane> lanes : priorities.values()) {
            for (Map.Entry<String, Lane> turn : lanes.entrySet()) {
                Optional<OpenJob> next = round.next(turn.getValue());
                if (next.isPresent()) {
                    round.taken.add(next.get());
                    moveToEnd(lanes, turn.getKey());
                    moveToEnd(byTenant, tenant);
                    remove(next.get());
                    return true;
                }
            }
        }
        return false;
    }

    private static <K, V> void moveToEnd(Map<K, V> turns, K key) {
        V value = turns.remove(key);
        if (value != null) {
            turns.put(key, value);
        }
    }

    /** The jobs taken so far, and the lanes and hosts found closed. */
    private static final class Round {
        private final int max;
        private final Admission admission;
        private final List<OpenJob> taken = new ArrayList<>();
        private final Set<Lane> closedLanes = new HashSet<>();
        private final Set<String> closedHosts = new HashSet<>();

        Round(int max, Admission admission) {
            this.max = max;
            this.admission = admission;
        }

        boolean isFull() {
            return taken.size() >= max;
        }

        /** The first job of a lane that may be dispatched. */
        Optional<OpenJob> next(Lane lane) {
            while (!closedLanes.contains(lane)) {
                Optional<OpenJob> first = lane.first(closedHosts);
                if (first.isEmpty()) {
                    closedLanes.add(lane);
                    return first;
                }
                switch (admission.decide(first.get())) {
                    case ADMITTED -> {
                        return first;
                    }
                    case LANE_CLOSED -> closedLanes.add(lane);
                    case HOST_CLOSED -> closedHosts.add(Lane.host(first.get()));
                }
            }
            return Optional.empty();
        }
    }
}

package io.eventjobs.gateway.dispatch;

import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The dispatch order of waiting jobs: by priority; within a priority tenants take turns; within a tenant batches (and the jobs without one)
 * take turns; within a batch in order, skipping jobs whose host has no capacity. Not thread-safe.
 */
final class ReadyQueue {
    private final Map<Priority, Map<TenantId, Map<String, Lane>>> byPriority =
            new TreeMap<>(Comparator.<Priority>naturalOrder().reversed());
    private int size;

    int size() {
        return size;
    }

    void add(OpenJob entry) {
        boolean added = byPriority
                .computeIfAbsent(entry.priority(), priority -> new LinkedHashMap<>())
                .computeIfAbsent(entry.place().tenant(), tenant -> new LinkedHashMap<>())
                .computeIfAbsent(entry.place().lane(), lane -> new Lane())
                .add(entry);
        size += added ? 1 : 0;
    }

    void remove(OpenJob entry) {
        Map<TenantId, Map<String, Lane>> tenants = byPriority.get(entry.priority());
        Map<String, Lane> lanes =
                tenants == null ? null : tenants.get(entry.place().tenant());
        Lane lane = lanes == null ? null : lanes.get(entry.place().lane());
        if (tenants == null || lanes == null || lane == null || !lane.remove(entry)) {
            return;
        }
        size--;
        if (lane.isEmpty()) {
            lanes.remove(entry.place().lane());
        }
        if (lanes.isEmpty()) {
            tenants.remove(entry.place().tenant());
        }
        if (tenants.isEmpty()) {
            byPriority.remove(entry.priority());
        }
    }

    /** Removes the next jobs, at most {@code max}; skips lanes that are not admitted in this round. */
    List<OpenJob> take(int max, Admission admission) {
        Round round = new Round(max, admission);
        for (Priority priority : List.copyOf(byPriority.keySet())) {
            takeOf(priority, round);
        }
        return round.taken;
    }

    private void takeOf(Priority priority, Round round) {
        round.closedLanes.clear();
        boolean progress = true;
        while (progress && !round.isFull() && byPriority.containsKey(priority)) {
            progress = false;
            for (TenantId tenant :
                    List.copyOf(byPriority.getOrDefault(priority, Map.of()).keySet())) {
                progress |= !round.isFull() && takeOne(priority, tenant, round);
            }
        }
    }

    private boolean takeOne(Priority priority, TenantId tenant, Round round) {
        Map<TenantId, Map<String, Lane>> tenants = byPriority.getOrDefault(priority, Map.of());
        Map<String, Lane> lanes = tenants.getOrDefault(tenant, Map.of());
        for (Map.Entry<String, Lane> turn : lanes.entrySet()) {
            Optional<OpenJob> next = round.next(turn.getKey(), turn.getValue());
            if (next.isPresent()) {
                round.taken.add(next.get());
                moveToEnd(lanes, turn.getKey());
                moveToEnd(tenants, tenant);
                remove(next.get());
                return true;
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
        private final Set<String> closedLanes = new HashSet<>();
        private final Set<String> closedHosts = new HashSet<>();

        Round(int max, Admission admission) {
            this.max = max;
            this.admission = admission;
        }

        boolean isFull() {
            return taken.size() >= max;
        }

        /** The first job of a lane that may be dispatched. */
        Optional<OpenJob> next(String name, Lane lane) {
            while (!closedLanes.contains(name)) {
                Optional<OpenJob> first = lane.first(closedHosts);
                if (first.isEmpty()) {
                    closedLanes.add(name);
                    return first;
                }
                switch (admission.decide(first.get())) {
                    case ADMITTED -> {
                        return first;
                    }
                    case LANE_CLOSED -> closedLanes.add(name);
                    case HOST_CLOSED -> closedHosts.add(Lane.host(first.get()));
                }
            }
            return Optional.empty();
        }
    }
}

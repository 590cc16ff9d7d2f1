package io.eventjobs.gateway.agenda;

import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The order in which waiting jobs are handed out: by priority; within a priority tenants take turns; within a tenant its
 * batches (and its jobs without one) take turns; within a batch in order. Not thread-safe.
 */
final class ReadyJobs {
    private static final Comparator<AgendaEntry> IN_LANE = Comparator.<AgendaEntry>comparingLong(
                    entry -> entry.place().order())
            .thenComparing(entry -> entry.id().value());

    private final Map<Priority, Map<TenantId, Map<String, NavigableSet<AgendaEntry>>>> byPriority =
            new TreeMap<>(Comparator.<Priority>naturalOrder().reversed());
    private int size;

    int size() {
        return size;
    }

    void add(AgendaEntry entry) {
        boolean added = byPriority
                .computeIfAbsent(entry.priority(), priority -> new LinkedHashMap<>())
                .computeIfAbsent(entry.place().tenant(), tenant -> new LinkedHashMap<>())
                .computeIfAbsent(entry.place().lane(), lane -> new TreeSet<>(IN_LANE))
                .add(entry);
        size += added ? 1 : 0;
    }

    void remove(AgendaEntry entry) {
        Map<TenantId, Map<String, NavigableSet<AgendaEntry>>> tenants = byPriority.get(entry.priority());
        Map<String, NavigableSet<AgendaEntry>> lanes =
                tenants == null ? null : tenants.get(entry.place().tenant());
        NavigableSet<AgendaEntry> lane =
                lanes == null ? null : lanes.get(entry.place().lane());
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

    /**
     * Takes out the next jobs, at most {@code most}. {@code mayTake} is asked for the first job of a lane before it is
     * taken; a lane that is refused is passed over this time.
     */
    List<AgendaEntry> take(int most, Predicate<AgendaEntry> mayTake) {
        List<AgendaEntry> taken = new ArrayList<>();
        for (Priority priority : List.copyOf(byPriority.keySet())) {
            takeOf(priority, most, mayTake, taken);
        }
        return taken;
    }

    private void takeOf(Priority priority, int most, Predicate<AgendaEntry> mayTake, List<AgendaEntry> taken) {
        List<String> closed = new ArrayList<>();
        boolean progress = true;
        while (progress && taken.size() < most && byPriority.containsKey(priority)) {
            progress = false;
            for (TenantId tenant :
                    List.copyOf(byPriority.getOrDefault(priority, Map.of()).keySet())) {
                progress |= taken.size() < most && takeOne(priority, tenant, mayTake, closed, taken);
            }
        }
    }

    private boolean takeOne(
            Priority priority,
            TenantId tenant,
            Predicate<AgendaEntry> mayTake,
            List<String> closed,
            List<AgendaEntry> taken) {
        Map<TenantId, Map<String, NavigableSet<AgendaEntry>>> tenants = byPriority.getOrDefault(priority, Map.of());
        Map<String, NavigableSet<AgendaEntry>> lanes = tenants.getOrDefault(tenant, Map.of());
        Iterator<Map.Entry<String, NavigableSet<AgendaEntry>>> turns =
                lanes.entrySet().iterator();
        while (turns.hasNext()) {
            Map.Entry<String, NavigableSet<AgendaEntry>> turn = turns.next();
            if (closed.contains(turn.getKey())) {
                continue;
            }
            AgendaEntry next = turn.getValue().first();
            if (!mayTake.test(next)) {
                closed.add(turn.getKey());
                continue;
            }
            taken.add(next);
            toTheEnd(lanes, turn.getKey());
            toTheEnd(tenants, tenant);
            remove(next);
            return true;
        }
        return false;
    }

    private static <K, V> void toTheEnd(Map<K, V> turns, K key) {
        V value = turns.remove(key);
        if (value != null) {
            turns.put(key, value);
        }
    }
}

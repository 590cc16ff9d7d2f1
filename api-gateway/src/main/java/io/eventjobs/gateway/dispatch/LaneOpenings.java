package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.batch.BatchLife;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.host.HostRoom;
import io.eventjobs.gateway.host.HostWait;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobType;
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

/**
 * Which lanes and hosts are open in one round of dispatch: some worker can do the job, its host has room, and its batch may
 * start jobs and has permits left. Asks nobody outside, so a batch that is not known here is closed this time.
 */
final class LaneOpenings implements LaneGate {
    private final Predicate<JobType> doable;
    private final Function<BatchKey, Optional<BatchRecord>> batches;
    private final Function<String, HostRoom> hosts;
    private final Map<BatchKey, Integer> permitsLeft = new HashMap<>();
    private final Map<String, HostRoom> rooms = new HashMap<>();
    private final Map<String, Integer> roomLeft = new HashMap<>();
    private final Set<String> closedHosts = new HashSet<>();
    private final Set<BatchKey> unknown = new HashSet<>();

    LaneOpenings(
            Predicate<JobType> doable,
            Function<BatchKey, Optional<BatchRecord>> batches,
            Function<String, HostRoom> hosts) {
        this.doable = doable;
        this.batches = batches;
        this.hosts = hosts;
    }

    @Override
    public Opening ask(AgendaEntry entry) {
        if (!doable.test(entry.type())) {
            return Opening.LANE_CLOSED;
        }
        String host = entry.place().host();
        if (host != null && !hostHasRoom(host, entry)) {
            closedHosts.add(host);
            return Opening.HOST_CLOSED;
        }
        BatchKey batch = entry.place().batch();
        if (batch != null && !batchHasRoom(batch, entry)) {
            return Opening.LANE_CLOSED;
        }
        if (host != null) {
            roomLeft.merge(host, -1, Integer::sum);
        }
        return Opening.OPEN;
    }

    /** Batches that had to be passed over because nothing is known of them here. */
    Set<BatchKey> unknown() {
        return unknown;
    }

    /** When time alone opens the first of the hosts that jobs wait for; empty if none of them. */
    Optional<Instant> hostOpens() {
        return closedHosts.stream()
                .map(rooms::get)
                .flatMap(room -> room.opensAt().stream())
                .min(Comparator.naturalOrder());
    }

    /** How many hosts jobs wait for, by the reason. */
    Map<HostWait, Integer> waiting() {
        Map<HostWait, Integer> waiting = new EnumMap<>(HostWait.class);
        for (String host : closedHosts) {
            HostRoom room = rooms.get(host);
            waiting.merge(room == null || room.left() > 0 ? HostWait.FULL : room.otherwise(), 1, Integer::sum);
        }
        return waiting;
    }

    /** A job that has a permit from a gateway that ended before it dispatched it needs no other. */
    private boolean hostHasRoom(String host, AgendaEntry entry) {
        HostRoom room = rooms.computeIfAbsent(host, hosts);
        return roomLeft.computeIfAbsent(host, fresh -> room.left()) > 0
                || room.there().contains(entry.id()) && room.otherwise() == HostWait.FULL;
    }

    private boolean batchHasRoom(BatchKey batch, AgendaEntry entry) {
        int left = permitsLeft.computeIfAbsent(batch, this::permits);
        if (left > 0) {
            permitsLeft.put(batch, left - 1);
        }
        return left > 0 || hasPermit(batch, entry);
    }

    private boolean hasPermit(BatchKey batch, AgendaEntry entry) {
        return batches.apply(batch)
                .filter(BatchLife::mayStart)
                .filter(record -> record.permits().stream()
                        .anyMatch(permit -> permit.jobId().equals(entry.id()) && permit.token() == entry.token() + 1))
                .isPresent();
    }

    private int permits(BatchKey key) {
        Optional<BatchRecord> batch = batches.apply(key);
        if (batch.isEmpty()) {
            unknown.add(key);
        }
        return batch.filter(BatchLife::mayStart).map(BatchLife::freePermits).orElse(0);
    }
}

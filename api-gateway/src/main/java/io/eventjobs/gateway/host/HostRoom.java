package io.eventjobs.gateway.host;

import io.eventjobs.model.job.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much room there is at one host, as it is known here; what is dispatched is checked again.
 *
 * @param left how many further jobs may go there now
 * @param there jobs that have a permit already: one that is still waiting was about to be dispatched when its gateway ended
 * @param opensAt when time alone makes room; empty if it does not
 */
public record HostRoom(int left, Set<JobId> there, Optional<Instant> opensAt, HostWait otherwise) {
    static HostRoom of(HostRecord host, HostQuota quota, Instant now) {
        Set<JobId> there = host.permits().stream().map(HostPermit::jobId).collect(Collectors.toUnmodifiableSet());
        boolean full = host.permits().size() >= quota.parallel();
        HostWait otherwise = HostLife.isClosed(host, now) ? HostWait.ASKED : full ? HostWait.FULL : HostWait.RATE;
        Optional<Instant> opensAt = full ? Optional.empty() : HostLife.opensAt(host, quota, now);
        return new HostRoom(HostLife.room(host, quota, now), there, opensAt, otherwise);
    }
}

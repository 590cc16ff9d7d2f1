package io.eventjobs.gateway.host;

import io.eventjobs.model.job.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The capacity of one host as cached here; dispatching checks it again.
 *
 * @param free how many more jobs may go there now
 * @param holders jobs that already have a permit; a waiting one among them was about to be dispatched when its gateway ended
 * @param opensAt when capacity becomes free by time alone; empty if it does not
 * @param reason why no job may go there now, null if some may
 */
public record HostCapacity(int free, Set<JobId> holders, Optional<Instant> opensAt, HostWait reason) {
    public static HostCapacity of(HostRecord host, HostQuota quota, Instant now) {
        Set<JobId> holders = host.permits().stream().map(HostPermit::jobId).collect(Collectors.toUnmodifiableSet());
        boolean full = host.permits().size() >= quota.parallel();
        HostWait reason = HostLimits.isClosed(host, now) ? HostWait.RETRY_AFTER : full ? HostWait.FULL : HostWait.RATE;
        Optional<Instant> opensAt = full ? Optional.empty() : HostLimits.opensAt(host, quota, now);
        return new HostCapacity(HostLimits.free(host, quota, now), holders, opensAt, reason);
    }
}

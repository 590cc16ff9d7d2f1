package io.eventjobs.gateway.host;

import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The changes of a host's record as pure functions. A change that does not apply returns the same record, so it may be repeated. */
public final class HostLimits {
    private HostLimits() {}

    /** Grants a permit to each wanted dispatch, in order, while the host has capacity, is not closed, and its rate allows it. */
    public static Permitted permitted(HostRecord host, HostQuota quota, List<HostPermit> wanted, Instant now) {
        if (isClosed(host, now)) {
            return new Permitted(host, List.of());
        }
        // A dispatch is repeated under the same token if its gateway ended before making it; it keeps its permit.
        Set<JobId> again = wanted.stream().map(HostPermit::jobId).collect(Collectors.toSet());
        List<HostPermit> kept = new ArrayList<>(host.permits().stream()
                .filter(permit -> !again.contains(permit.jobId()))
                .toList());
        int room = Math.max(0, quota.parallel() - kept.size());
        Instant next = host.nextStart();
        List<HostPermit> granted = new ArrayList<>();
        for (HostPermit permit : wanted) {
            if (granted.size() == room || !isDue(next, quota, now)) {
                break;
            }
            granted.add(permit);
            next = afterStart(next, quota, now);
        }
        if (granted.isEmpty()) {
            return new Permitted(host, List.of());
        }
        kept.addAll(granted);
        return new Permitted(new HostRecord(host.host(), host.version(), kept, host.closedUntil(), next), granted);
    }

    /** Removes the permit of a dispatch that is over, however it ended. */
    public static HostRecord returned(HostRecord host, JobId job, long token) {
        return without(host, permit -> permit.isOf(job, token));
    }

    /** Removes the permits that match a condition. */
    public static HostRecord without(HostRecord host, Predicate<HostPermit> gone) {
        List<HostPermit> kept = host.permits().stream().filter(gone.negate()).toList();
        return kept.size() == host.permits().size() ? host : host.with(kept);
    }

    /** The host asked for a pause; of several the longest counts. */
    public static HostRecord closed(HostRecord host, Instant until) {
        Instant known = host.closedUntil();
        if (known != null && !known.isBefore(until)) {
            return host;
        }
        return new HostRecord(host.host(), host.version(), host.permits(), until, host.nextStart());
    }

    public static boolean isClosed(HostRecord host, Instant now) {
        Instant until = host.closedUntil();
        return until != null && until.isAfter(now);
    }

    /** How many more jobs could be dispatched now, by permits, pause and rate. */
    public static int free(HostRecord host, HostQuota quota, Instant now) {
        if (isClosed(host, now)) {
            return 0;
        }
        int room = Math.max(0, quota.parallel() - host.permits().size());
        Instant next = host.nextStart();
        int due = 0;
        while (due < room && isDue(next, quota, now)) {
            next = afterStart(next, quota, now);
            due++;
        }
        return due;
    }

    /** When the next dispatch is allowed by time alone; empty if it is allowed now. */
    public static Optional<Instant> opensAt(HostRecord host, HostQuota quota, Instant now) {
        Instant wish = isClosed(host, now) ? host.closedUntil() : null;
        Instant due = isDue(host.nextStart(), quota, now)
                ? null
                : Objects.requireNonNull(host.nextStart()).minus(quota.tolerance());
        if (wish == null || due == null) {
            return Optional.ofNullable(wish == null ? due : wish);
        }
        return Optional.of(wish.isAfter(due) ? wish : due);
    }

    /** Whether the record contains nothing worth keeping. */
    public static boolean isIdle(HostRecord host, Instant now) {
        Instant next = host.nextStart();
        return host.permits().isEmpty() && !isClosed(host, now) && (next == null || next.isBefore(now));
    }

    private static boolean isDue(@Nullable Instant next, HostQuota quota, Instant now) {
        return quota.interval() == null
                || next == null
                || !next.minus(quota.tolerance()).isAfter(now);
    }

    private static @Nullable Instant afterStart(@Nullable Instant next, HostQuota quota, Instant now) {
        Duration interval = quota.interval();
        if (interval == null) {
            return null;
        }
        return (next == null || next.isBefore(now) ? now : next).plus(interval);
    }

    /**
     * The result of requesting permits.
     *
     * @param host the record including the new permits
     * @param permits those granted, in the order requested
     */
    public record Permitted(HostRecord host, List<HostPermit> permits) {}
}

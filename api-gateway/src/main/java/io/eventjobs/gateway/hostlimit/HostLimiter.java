package io.eventjobs.gateway.hostlimit;

import io.eventjobs.gateway.host.HostCapacity;
import io.eventjobs.gateway.host.HostLimits;
import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostQuotas;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.CoalescedUpdates;
import io.eventjobs.gateway.transition.DispatchListener;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enforces the limits of hosts together with all other gateways: the cache only saves reads; every permit is granted by a conditional
 * update of the host's record. Thread-safe.
 */
public final class HostLimiter implements DispatchListener {
    private static final Logger LOG = LoggerFactory.getLogger(HostLimiter.class);

    /** By one response; after it one job asks the host again. The job that was told keeps the whole pause. */
    private static final Duration MAX_PAUSE = Duration.ofMinutes(15);

    private final HostCache hosts;
    private final HostQuotas quotas;
    private final CoalescedUpdates<String, HostRecord> changes;
    private final Runnable onCapacity;
    private final Clock clock;

    /** @param onCapacity called when a host may take more jobs again */
    HostLimiter(
            HostCache hosts,
            HostQuotas quotas,
            CoalescedUpdates<String, HostRecord> changes,
            Runnable onCapacity,
            Clock clock) {
        this.hosts = hosts;
        this.quotas = quotas;
        this.changes = changes;
        this.onCapacity = onCapacity;
        this.clock = clock;
    }

    /** The cached capacity, without asking MongoDB; a host that is not cached counts as free. */
    public HostCapacity capacity(String host) {
        HostRecord known = hosts.cached(host).orElseGet(() -> HostRecord.fresh(host));
        return HostCapacity.of(known, quotas.of(host), clock.instant());
    }

    /**
     * Requests permits.
     *
     * @param dispatches tokens of the wanted dispatches by job, in order
     * @return the jobs that were granted one; fails if MongoDB fails
     */
    public CompletableFuture<Set<JobId>> acquire(String host, Map<JobId, Long> dispatches) {
        Instant now = now();
        List<HostPermit> wanted = dispatches.entrySet().stream()
                .map(dispatch -> new HostPermit(dispatch.getKey(), dispatch.getValue(), now))
                .toList();
        return changes.change(host, record -> permitted(record, wanted))
                .thenApply(granted -> granted.orElse(List.of()).stream()
                        .map(HostPermit::jobId)
                        .collect(Collectors.toSet()));
    }

    /** Returns a permit that is no longer needed. */
    public void returnPermit(String host, JobId job, long token) {
        changes.change(host, record -> new CoalescedUpdates.Change<>(HostLimits.returned(record, job, token), true))
                .whenComplete((done, fault) -> {
                    if (fault == null) {
                        onCapacity.run();
                    } else {
                        LOG.atWarn()
                                .addKeyValue(LogKeys.JOB_ID, job)
                                .addKeyValue(LogKeys.FAULT, fault.toString())
                                .log("Host permit not returned; the reconciler will drop it");
                    }
                });
    }

    @Override
    public void ended(JobRecord dispatched) {
        String host = dispatched.request().host();
        if (host != null) {
            returnPermit(host, dispatched.id(), dispatched.token());
        }
    }

    /** The job's host asked for a pause until then; no gateway dispatches jobs to it meanwhile. */
    public void closeUntil(JobRecord job, Instant until) {
        String host = job.request().host();
        if (host == null) {
            return;
        }
        Instant latest = clock.instant().plus(MAX_PAUSE);
        Instant end = (until.isAfter(latest) ? latest : until).truncatedTo(ChronoUnit.MILLIS);
        changes.change(host, record -> new CoalescedUpdates.Change<>(HostLimits.closed(record, end), true))
                .whenComplete((done, fault) -> LOG.atInfo()
                        .addKeyValue(LogKeys.HOST, host)
                        .addKeyValue("until", end)
                        .addKeyValue(LogKeys.FAULT, fault == null ? "none" : fault.toString())
                        .log("Host closed: it asked to wait"));
    }

    /** Whether the host's limits allow a dispatched job to start. */
    public boolean isOpen(JobRecord job) {
        String host = job.request().host();
        if (host == null) {
            return true;
        }
        Optional<HostRecord> known = hosts.cached(host);
        return !HostLimits.isClosed(known.orElseGet(() -> hosts.refresh(host)), clock.instant());
    }

    private CoalescedUpdates.Change<HostRecord, List<HostPermit>> permitted(HostRecord host, List<HostPermit> wanted) {
        HostLimits.Permitted permitted = HostLimits.permitted(host, quotas.of(host.host()), wanted, now());
        return new CoalescedUpdates.Change<>(permitted.host(), permitted.permits());
    }

    /** The stored record. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

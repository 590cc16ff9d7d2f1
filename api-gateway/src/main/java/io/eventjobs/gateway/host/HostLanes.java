package io.eventjobs.gateway.host;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.transition.DispatchEnds;
import io.eventjobs.gateway.transition.FoldedChanges;
import io.eventjobs.model.job.JobId;
import java.time.Clock;
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
 * Lets jobs go to hosts and keeps count of those that are there, together with all other gateways: what is remembered here
 * only saves asking, every permit is a conditional update of the host's record. Thread-safe.
 */
public final class HostLanes implements DispatchEnds {
    private static final Logger LOG = LoggerFactory.getLogger(HostLanes.class);

    private final HostMemory memory;
    private final HostQuotas quotas;
    private final FoldedChanges<String, HostRecord> changes;
    private final Runnable onRoom;
    private final Clock clock;

    /** @param onRoom called when there may be room again */
    HostLanes(
            HostMemory memory,
            HostQuotas quotas,
            FoldedChanges<String, HostRecord> changes,
            Runnable onRoom,
            Clock clock) {
        this.memory = memory;
        this.quotas = quotas;
        this.changes = changes;
        this.onRoom = onRoom;
        this.clock = clock;
    }

    /** How much room there is, without asking MongoDB; a host of which nothing certain is known counts as free. */
    public HostRoom room(String host) {
        HostRecord known = memory.known(host).orElseGet(() -> HostRecord.fresh(host));
        return HostRoom.of(known, quotas.of(host), clock.instant());
    }

    /**
     * Asks for permits.
     *
     * @param dispatches the tokens of the wanted dispatches by their jobs, in order
     * @return the jobs that got one. Fails as MongoDB fails
     */
    public CompletableFuture<Set<JobId>> permit(String host, Map<JobId, Long> dispatches) {
        Instant now = now();
        List<HostPermit> wanted = dispatches.entrySet().stream()
                .map(dispatch -> new HostPermit(dispatch.getKey(), dispatch.getValue(), now))
                .toList();
        return changes.change(host, record -> permitted(record, wanted))
                .thenApply(got ->
                        got.orElse(List.of()).stream().map(HostPermit::jobId).collect(Collectors.toSet()));
    }

    /** Gives a permit back that is not needed any more. */
    public void giveBack(String host, JobId job, long token) {
        changes.change(host, record -> new FoldedChanges.Change<>(HostLife.returned(record, job, token), true))
                .whenComplete((done, fault) -> {
                    if (fault == null) {
                        onRoom.run();
                    } else {
                        LOG.atWarn()
                                .addKeyValue("job_id", job)
                                .addKeyValue("fault", fault.toString())
                                .log("A host's permit was not given back; the reconciler will");
                    }
                });
    }

    @Override
    public void over(JobRecord dispatched) {
        String host = dispatched.asked().host();
        if (host != null) {
            giveBack(host, dispatched.id(), dispatched.token());
        }
    }

    /** The host of this job asked to be left alone until then: nothing more is sent there, whoever has jobs for it. */
    public void close(JobRecord job, Instant until) {
        String host = job.asked().host();
        if (host == null) {
            return;
        }
        Instant end = until.truncatedTo(ChronoUnit.MILLIS);
        changes.change(host, record -> new FoldedChanges.Change<>(HostLife.closed(record, end), true))
                .whenComplete((done, fault) -> LOG.atInfo()
                        .addKeyValue("host", host)
                        .addKeyValue("until", end)
                        .addKeyValue("fault", fault == null ? "none" : fault.toString())
                        .log("A host asked to be left alone"));
    }

    /** Whether a dispatched job may begin, as far as its host is concerned. */
    public boolean isOpen(JobRecord job) {
        String host = job.asked().host();
        if (host == null) {
            return true;
        }
        Optional<HostRecord> known = memory.known(host);
        return !HostLife.isClosed(known.orElseGet(() -> memory.refresh(host)), clock.instant());
    }

    private FoldedChanges.Change<HostRecord, List<HostPermit>> permitted(HostRecord host, List<HostPermit> wanted) {
        HostLife.Permitting permitting = HostLife.permitted(host, quotas.of(host.host()), wanted, now());
        return new FoldedChanges.Change<>(permitting.host(), permitting.got());
    }

    /** As it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.quota.RunningLimit;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How many more commands the present workers can take from this gateway, and when they are worth a round. Used by one thread. */
final class DispatchCapacity {
    private final WorkerRegistry workers;
    private final JobIndex jobIndex;
    private final OwnedPartitions partitions;
    private final DispatchProperties properties;
    private final RunningLimit ofTenants;
    private final BooleanSupplier paused;
    private final Ticker ticker;
    private final RoundPacing pacing = new RoundPacing();

    /**
     * @param ofTenants how many jobs of one tenant may be dispatched or run
     * @param paused whether the queue is paused
     */
    DispatchCapacity(
            WorkerRegistry workers,
            JobIndex jobIndex,
            OwnedPartitions partitions,
            DispatchProperties properties,
            RunningLimit ofTenants,
            BooleanSupplier paused,
            Ticker ticker) {
        this.workers = workers;
        this.jobIndex = jobIndex;
        this.partitions = partitions;
        this.properties = properties;
        this.ofTenants = ofTenants;
        this.paused = paused;
        this.ticker = ticker;
    }

    int free() {
        return paused.getAsBoolean()
                ? 0
                : window().free(jobIndex.count(JobStatus.QUEUED), jobIndex.count(JobStatus.PROCESSING));
    }

    /**
     * How long the next round should wait for more commands to be taken; zero if it begins now.
     *
     * @param free places that are free now
     */
    Duration untilNextRound(int free) {
        int ahead = assignsAll() ? share(workers.capacity() - workers.slots()) : window().ahead();
        return pacing.untilNextRound(free, ahead, ticker.nanos());
    }

    /** Decides how each job is dispatched that was taken for a round. */
    List<PlannedDispatch> plan(List<OpenJob> taken) {
        RoundAssignment assignment =
                new RoundAssignment(rooms(), jobIndex.count(JobStatus.QUEUED), ExecutionId::random);
        return taken.stream().map(assignment::plan).toList();
    }

    /** How many more jobs of this tenant may be dispatched. */
    int freeOf(TenantId tenant) {
        return ofTenants.free(jobIndex.underWay(tenant), partitions.all().size(), partitions.total());
    }

    boolean canDo(JobType type) {
        return workers.canDo(type);
    }

    /** Workers to whom jobs are assigned need no commands that wait for them. */
    private DispatchWindow window() {
        int lookahead = assignsAll() ? 0 : properties.lookahead();
        return new DispatchWindow(workers.capacity(), partitions.all().size(), partitions.total(), lookahead);
    }

    private boolean assignsAll() {
        long taking = workers.present().stream()
                .filter(presence -> !presence.draining())
                .count();
        return properties.assignments() && workers.assignable().size() == taking;
    }

    private List<RoundAssignment.Room> rooms() {
        if (!properties.assignments()) {
            return List.of();
        }
        return workers.assignable().stream()
                .map(presence -> new RoundAssignment.Room(
                        presence.workerId(),
                        presence.jobTypes(),
                        share(presence.capacity()) - jobIndex.heldBy(presence.workerId())))
                .toList();
    }

    /** This gateway's share, rounded down, so that all gateways together assign no more than there is room for. */
    private int share(int capacity) {
        return capacity * partitions.all().size() / partitions.total();
    }
}

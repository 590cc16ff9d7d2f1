package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.quota.RunningLimit;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How many more commands the present workers can take from this gateway, and when they are worth a round. Used by one thread. */
final class DispatchCapacity {
    private final WorkerRegistry workers;
    private final JobIndex jobIndex;
    private final OwnedPartitions partitions;
    private final int lookaheadPercent;
    private final RunningLimit ofTenants;
    private final BooleanSupplier paused;
    private final Ticker ticker;
    private final RoundPacing pacing = new RoundPacing();

    /**
     * @param lookaheadPercent additional commands, in percent of what workers have room for
     * @param ofTenants how many jobs of one tenant may be dispatched or run
     * @param paused whether the queue is paused
     */
    DispatchCapacity(
            WorkerRegistry workers,
            JobIndex jobIndex,
            OwnedPartitions partitions,
            int lookaheadPercent,
            RunningLimit ofTenants,
            BooleanSupplier paused,
            Ticker ticker) {
        this.workers = workers;
        this.jobIndex = jobIndex;
        this.partitions = partitions;
        this.lookaheadPercent = lookaheadPercent;
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
        return pacing.untilNextRound(free, window().ahead(), ticker.nanos());
    }

    /** How many more jobs of this tenant may be dispatched. */
    int freeOf(TenantId tenant) {
        return ofTenants.free(jobIndex.underWay(tenant), partitions.all().size(), partitions.total());
    }

    boolean canDo(JobType type) {
        return workers.canDo(type);
    }

    private DispatchWindow window() {
        return new DispatchWindow(workers.capacity(), partitions.all().size(), partitions.total(), lookaheadPercent);
    }
}

package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.quota.RunningLimit;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.util.function.BooleanSupplier;

/**
 * How many more commands the present workers can take from this gateway.
 *
 * @param lookaheadPercent additional commands, in percent of the slots
 * @param ofTenants how many jobs of one tenant may be dispatched or run
 * @param paused whether the queue is paused
 */
record DispatchCapacity(
        WorkerRegistry workers,
        JobIndex jobIndex,
        OwnedPartitions partitions,
        int lookaheadPercent,
        RunningLimit ofTenants,
        BooleanSupplier paused) {
    int free() {
        if (paused.getAsBoolean()) {
            return 0;
        }
        DispatchWindow window =
                new DispatchWindow(workers.slots(), partitions.all().size(), partitions.total(), lookaheadPercent);
        return window.free(jobIndex.count(JobStatus.QUEUED), jobIndex.count(JobStatus.PROCESSING));
    }

    /** How many more jobs of this tenant may be dispatched. */
    int freeOf(TenantId tenant) {
        return ofTenants.free(jobIndex.underWay(tenant), partitions.all().size(), partitions.total());
    }

    boolean canDo(JobType type) {
        return workers.canDo(type);
    }
}

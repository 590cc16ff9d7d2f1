package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import java.util.function.BooleanSupplier;

/**
 * How many further commands the workers that are there can take from this gateway.
 *
 * @param lookaheadPercent commands beyond the slots, in percent of them
 * @param paused whether nothing may start anywhere
 */
record DispatchCapacity(
        WorkerRegistry workers,
        JobIndex jobIndex,
        OwnedPartitions partitions,
        int lookaheadPercent,
        BooleanSupplier paused) {
    int free() {
        if (paused.getAsBoolean()) {
            return 0;
        }
        DispatchWindow window =
                new DispatchWindow(workers.slots(), partitions.all().size(), partitions.total(), lookaheadPercent);
        return window.free(jobIndex.count(JobStatus.QUEUED), jobIndex.count(JobStatus.PROCESSING));
    }

    boolean canDo(JobType type) {
        return workers.canDo(type);
    }
}

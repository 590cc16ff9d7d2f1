package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import java.util.function.BooleanSupplier;

/**
 * How many more commands the present workers can take from this gateway.
 *
 * @param lookaheadPercent additional commands, in percent of the slots
 * @param paused whether the queue is paused
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

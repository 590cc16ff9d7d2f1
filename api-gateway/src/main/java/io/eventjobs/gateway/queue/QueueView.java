package io.eventjobs.gateway.queue;

import io.eventjobs.model.job.JobType;
import io.eventjobs.model.protocol.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue as shown to operators.
 *
 * @param paused whether no job starts now
 * @param pausedSince time of the last switch, null if never
 * @param pending number of waiting jobs, including those that wait for another attempt
 * @param queued number of dispatched jobs that are not claimed yet
 * @param processing number of running jobs
 * @param deadLetters number of open dead letters
 * @param oldestWaitSeconds waiting time of the job that has waited longest, null if none waits
 * @param slots number of slots of all workers that take jobs
 * @param lag by topic without its prefix; empty if Kafka does not respond
 */
record QueueView(
        boolean paused,
        @Nullable Instant pausedSince,
        long pending,
        long queued,
        long processing,
        long deadLetters,
        @Nullable Long oldestWaitSeconds,
        int slots,
        Map<String, Long> lag,
        List<WorkerView> workers) {

    /**
     * A worker that announced itself recently.
     *
     * @param prefetch how many jobs it takes beyond its slots now
     */
    record WorkerView(
            String workerId,
            String workerVersion,
            int slots,
            int prefetch,
            int busySlots,
            boolean draining,
            List<String> jobTypes,
            List<WorkerJobView> jobs) {
        static WorkerView of(Report.Presence presence) {
            return new WorkerView(
                    presence.workerId().value(),
                    presence.workerVersion(),
                    presence.slots(),
                    presence.capacity() - presence.slots(),
                    presence.busySlots(),
                    presence.draining(),
                    presence.jobTypes().stream().map(JobType::word).sorted().toList(),
                    presence.executions().stream()
                            .map(execution -> new WorkerJobView(
                                    execution.jobId().value(),
                                    execution.execution().value(),
                                    execution.token()))
                            .toList());
        }
    }

    /** A job that a worker holds or has claimed. */
    record WorkerJobView(String jobId, String execution, long token) {}
}

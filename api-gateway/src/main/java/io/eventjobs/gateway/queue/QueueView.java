package io.eventjobs.gateway.queue;

import io.eventjobs.model.job.JobType;
import io.eventjobs.model.protocol.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue as operators see it.
 *
 * @param paused whether nothing starts now
 * @param pausedSince when it was switched last, null if never
 * @param pending wait, those that wait for another attempt included
 * @param queued have a command on its way
 * @param processing are under way
 * @param deadLetters open ones
 * @param oldestWaitSeconds how long the job that waits longest does so, null when none waits
 * @param slots of all workers that take jobs
 * @param lag by topic without its prefix; empty when Kafka does not answer
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

    /** A worker that said lately that it is there. */
    record WorkerView(
            String workerId,
            String workerVersion,
            int slots,
            int busySlots,
            boolean draining,
            List<String> jobTypes,
            List<WorkerJobView> jobs) {
        static WorkerView of(Report.Presence presence) {
            return new WorkerView(
                    presence.workerId().value(),
                    presence.workerVersion(),
                    presence.slots(),
                    presence.executions().size(),
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

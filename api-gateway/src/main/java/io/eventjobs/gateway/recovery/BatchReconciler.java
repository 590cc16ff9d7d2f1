package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.dispatch.JobIndex;
import io.eventjobs.gateway.dispatch.OpenJob;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.JobTransitions;
import io.eventjobs.model.job.JobStatus;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Reconciles the permits of a batch with the dispatches of its jobs: a queued job whose permit was revoked returns to waiting; a permit
 * whose job has moved on is dropped.
 */
final class BatchReconciler {
    private final JobIndex jobIndex;
    private final JobTransitions jobs;
    private final BatchTransitions batches;
    private final Executor executor;
    private final Clock clock;

    BatchReconciler(JobIndex jobIndex, JobTransitions jobs, BatchTransitions batches, Executor executor, Clock clock) {
        this.jobIndex = jobIndex;
        this.jobs = jobs;
        this.batches = batches;
        this.executor = executor;
        this.clock = clock;
    }

    /** Takes back the dispatches of this batch that no longer have a permit. */
    void releaseRevoked(BatchRecord batch) {
        Set<Permit> permits = batch.permits().stream()
                .map(permit -> new Permit(permit.jobId(), permit.token(), false))
                .collect(Collectors.toSet());
        for (OpenJob entry : jobIndex.ofBatch(batch.key(), JobStatus.QUEUED)) {
            if (!permits.contains(new Permit(entry.id(), entry.token(), false))) {
                executor.execute(() ->
                        jobs.change(entry.id(), job -> JobLifecycle.released(job, entry.token(), clock.instant())));
            }
        }
    }

    /** Drops permits whose jobs are no longer under way with that token, for the jobs that this gateway owns. */
    void dropStale(BatchRecord batch) {
        Set<Permit> stale = batch.permits().stream()
                .filter(permit -> jobIndex.owns(permit.jobId()))
                .filter(permit -> !isUnderWay(permit))
                .collect(Collectors.toSet());
        if (!stale.isEmpty()) {
            batches.change(
                    batch.key(), record -> new BatchTransitions.Change<>(BatchLifecycle.returned(record, stale), true));
        }
    }

    /** A permit is stored before its job is queued, so a job that is one token behind may be about to be queued. */
    private boolean isUnderWay(Permit permit) {
        return jobs.load(permit.jobId())
                .filter(job -> !job.status().isTerminal())
                .filter(job -> job.token() == permit.token() && job.status() != JobStatus.PENDING
                        || job.token() + 1 == permit.token())
                .isPresent();
    }
}

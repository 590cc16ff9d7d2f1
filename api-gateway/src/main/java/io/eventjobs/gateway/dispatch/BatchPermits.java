package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.log.LogKeys;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.DispatchListener;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the current dispatches of each batch: each has a permit, stored in the batch itself, so that pausing revokes all that have not
 * started in the same update. Thread-safe.
 */
public final class BatchPermits implements DispatchListener {
    private static final Logger LOG = LoggerFactory.getLogger(BatchPermits.class);

    private final BatchTransitions batches;
    private final Signal dispatchable;

    /** @param dispatchable raised when a batch may start more jobs */
    BatchPermits(BatchTransitions batches, Signal dispatchable) {
        this.batches = batches;
        this.dispatchable = dispatchable;
    }

    /** The cached batch, without asking MongoDB. */
    Optional<BatchRecord> cached(BatchKey batch) {
        return batches.cached(batch);
    }

    /** Reads a batch that is not cached. */
    void load(BatchKey batch) {
        batches.load(batch);
    }

    /**
     * Requests permits.
     *
     * @param dispatches the wanted dispatches, in order
     * @return the jobs that were granted one; fails if MongoDB fails
     */
    CompletableFuture<Set<JobId>> acquire(BatchKey batch, List<PlannedDispatch> dispatches) {
        List<Permit> wanted = dispatches.stream().map(PlannedDispatch::permit).toList();
        return batches.change(batch, record -> permitted(record, wanted))
                .thenApply(granted ->
                        granted.orElse(List.of()).stream().map(Permit::jobId).collect(Collectors.toSet()));
    }

    /**
     * Marks a dispatch as started. The batch is updated before the job: if the batch is paused in between, this dispatch counts as already
     * started.
     *
     * @return false if the permit was revoked or the batch may not start jobs now
     */
    public boolean start(BatchKey batch, JobId job, long token) {
        return batches.changeNow(batch, record -> BatchLifecycle.started(record, job, token)
                        .map(started -> new BatchTransitions.Change<>(started, true))
                        .orElse(new BatchTransitions.Change<>(record, false)))
                .orElse(false);
    }

    @Override
    public void ended(JobRecord dispatched) {
        dispatched.request().batchKey().ifPresent(batch -> returnPermit(batch, dispatched.id(), dispatched.token()));
    }

    /**
     * Returns the permit of a dispatch that is over or was not made. Returns at once. Where the permits of the batch are not limited, no job
     * waits for this one, so it may be returned with the next change of the batch.
     */
    void returnPermit(BatchKey batch, JobId job, long token) {
        Set<Permit> over = Set.of(new Permit(job, token, true));
        Function<BatchRecord, BatchTransitions.Change<Boolean>> returned =
                record -> new BatchTransitions.Change<>(BatchLifecycle.returned(record, over), true);
        boolean unlimited = batches.cached(batch)
                .filter(record -> record.request().maxParallel() == null)
                .isPresent();
        (unlimited ? batches.changeLater(batch, returned) : batches.change(batch, returned))
                .whenComplete((done, fault) -> {
                    if (fault == null) {
                        dispatchable.raise();
                    } else {
                        LOG.atWarn()
                                .addKeyValue(LogKeys.JOB_ID, job)
                                .addKeyValue(LogKeys.FAULT, fault.toString())
                                .log("Batch permit not returned; a recovery scan will drop it");
                    }
                });
    }

    private static BatchTransitions.Change<List<Permit>> permitted(BatchRecord record, List<Permit> wanted) {
        BatchLifecycle.Permitted permitted = BatchLifecycle.permitted(record, wanted);
        return new BatchTransitions.Change<>(permitted.batch(), permitted.permits());
    }
}

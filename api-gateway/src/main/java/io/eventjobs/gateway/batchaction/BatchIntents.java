package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.jobaction.JobActionService;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.transition.BatchRecounts;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Fails, cancels or deletes all jobs of a batch. The intent is stored in the batch before the first job is changed: from then on no job
 * starts, and any gateway can complete the action.
 */
@Service
public class BatchIntents {
    private static final int JOBS_AT_ONCE = 500;

    private final BatchTransitions batches;
    private final JobActionService jobActions;
    private final JobRecords records;
    private final BatchRecounts recounts;
    private final ChangeListener changes;
    private final BulkExecutor bulk;
    private final Clock clock;

    BatchIntents(
            BatchTransitions batches,
            JobActionService jobActions,
            JobRecords records,
            BatchRecounts recounts,
            ChangeListener changes,
            BulkExecutor bulk,
            Clock clock) {
        this.batches = batches;
        this.jobActions = jobActions;
        this.records = records;
        this.recounts = recounts;
        this.changes = changes;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Stores the intent, then carries it out; returns how many jobs this call changed. */
    public int perform(BatchKey key, BatchState.Action action, String reason) {
        Instant now = clock.instant();
        batches.changeNow(
                key,
                batch -> new BatchTransitions.Change<>(BatchLifecycle.intending(batch, action, reason, now), true));
        return carryOut(key);
    }

    /** Carries out the intent of a batch, if any; idempotent, on any gateway. Returns how many jobs this call changed. */
    public int carryOut(BatchKey key) {
        Optional<BatchState.Intent> intent =
                batches.load(key).map(BatchRecord::state).map(BatchState::intent);
        if (intent.isEmpty()) {
            return 0;
        }
        int changed = 0;
        for (List<JobRecord> some = left(key, intent.get()); !some.isEmpty(); some = left(key, intent.get())) {
            changed += bulk.count(some, job -> carryOut(job, intent.get()));
        }
        recounts.now(key);
        batches.changeNow(
                key, batch -> new BatchTransitions.Change<>(BatchLifecycle.intentDone(batch, clock.instant()), true));
        batches.load(key).ifPresent(changes::batchChanged);
        return changed;
    }

    private List<JobRecord> left(BatchKey key, BatchState.Intent intent) {
        return switch (intent.action()) {
            case FAIL, CANCEL -> records.unfinishedOf(key, JOBS_AT_ONCE);
            case DELETE -> records.ofBatch(key, JOBS_AT_ONCE);
        };
    }

    private boolean carryOut(JobRecord job, BatchState.Intent intent) {
        return jobActions
                .applyToOneOfMany(job.id(), current -> decided(current, intent), intent.reason())
                .isPresent();
    }

    private Optional<JobRecord> decided(JobRecord job, BatchState.Intent intent) {
        Instant now = clock.instant();
        return switch (intent.action()) {
            case FAIL -> JobActions.failed(job, Failure.of(FailureCode.FAILED_BY_OPERATOR, intent.reason()), now);
            case CANCEL -> JobActions.cancelled(job, intent.reason(), now);
            case DELETE -> JobActions.deleted(job, now);
        };
    }
}

package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.batch.BatchLife;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchStanding;
import io.eventjobs.gateway.job.JobIntervention;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.jobaction.JobInterventions;
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
import org.bson.Document;
import org.springframework.stereotype.Service;

/**
 * Fails, cancels or deletes all of a batch. The intent stands in the batch before the first job is touched: from then on
 * nothing of it starts, and whichever gateway looks next finishes the work.
 */
@Service
public class BatchIntents {
    private static final int JOBS_AT_ONCE = 500;

    private final BatchTransitions batches;
    private final JobInterventions interventions;
    private final JobRecords records;
    private final Telling telling;
    private final BulkWork bulk;
    private final Clock clock;

    BatchIntents(
            BatchTransitions batches,
            JobInterventions interventions,
            JobRecords records,
            Telling telling,
            BulkWork bulk,
            Clock clock) {
        this.batches = batches;
        this.interventions = interventions;
        this.records = records;
        this.telling = telling;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** Writes the intent down, then carries it out; how many jobs this call changed. */
    public int perform(BatchKey key, BatchStanding.Action action, String reason) {
        Instant now = clock.instant();
        batches.changeNow(
                key, batch -> new BatchTransitions.Change<>(BatchLife.intending(batch, action, reason, now), true));
        return carryOut(key);
    }

    /** Carries out the intent of a batch, if it has one; may be done again, by anyone. How many jobs this call changed. */
    public int carryOut(BatchKey key) {
        Optional<BatchStanding.Intent> intent =
                batches.refresh(key).map(BatchRecord::standing).map(BatchStanding::intent);
        if (intent.isEmpty()) {
            return 0;
        }
        int changed = 0;
        for (List<JobRecord> some = left(key, intent.get()); !some.isEmpty(); some = left(key, intent.get())) {
            changed += bulk.count(some, job -> carryOut(job, intent.get()));
        }
        telling.recounts().now(key);
        batches.changeNow(
                key, batch -> new BatchTransitions.Change<>(BatchLife.intentDone(batch, clock.instant()), true));
        batches.refresh(key).ifPresent(telling.changes()::batchChanged);
        return changed;
    }

    private List<JobRecord> left(BatchKey key, BatchStanding.Intent intent) {
        return switch (intent.action()) {
            case FAIL, CANCEL -> records.unfinishedOf(key, JOBS_AT_ONCE);
            case DELETE ->
                records.list(new Document("batch", key.toString()), new Document("batch_index", 1), JOBS_AT_ONCE);
        };
    }

    private boolean carryOut(JobRecord job, BatchStanding.Intent intent) {
        return interventions
                .applyToOneOfMany(job.id(), current -> decided(current, intent), intent.reason())
                .isPresent();
    }

    private Optional<JobRecord> decided(JobRecord job, BatchStanding.Intent intent) {
        Instant now = clock.instant();
        return switch (intent.action()) {
            case FAIL -> JobIntervention.failed(job, Failure.of(FailureCode.FAILED_BY_OPERATOR, intent.reason()), now);
            case CANCEL -> JobIntervention.cancelled(job, intent.reason(), now);
            case DELETE -> JobIntervention.deleted(job, now);
        };
    }

    /** Whom it tells beside workers: the counts, everyone else. */
    public record Telling(BatchRecounts recounts, ChangeListener changes) {}
}

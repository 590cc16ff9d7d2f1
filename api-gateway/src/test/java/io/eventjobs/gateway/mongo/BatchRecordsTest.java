package io.eventjobs.gateway.mongo;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchRecordsTest {
    private static final JobId JOB = JobId.inBatch(Jobs.BATCH, NOW, 0);

    private Records records;
    private BatchRecords batches;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        batches = records.batches();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void ofTwoCountsThatBeganTogetherOneIsStored() {
        BatchRecord batch = accepted();
        BatchRecord counted = BatchLifecycle.counted(batch, new StateCounts(1, 1, 0, 0, 0), NOW);

        assertThat(batches.storeCount(batch, counted)).isPresent();
        assertThat(batches.storeCount(batch, BatchLifecycle.counted(batch, StateCounts.allPending(2), NOW)))
                .isEmpty();
        assertThat(batches.find(Jobs.BATCH).orElseThrow().state().counts().processing())
                .isOne();
    }

    @Test
    void aCountThatMakesNoEventPassesPermitsAndUndoesNone() {
        BatchRecord batch = accepted();
        BatchRecord permitted = BatchLifecycle.permitted(batch, List.of(new Permit(JOB, 1, false)))
                .batch();
        batches.store(batch, permitted).orElseThrow();

        assertThat(batches.storeCount(batch, BatchLifecycle.counted(batch, new StateCounts(1, 1, 0, 0, 0), NOW)))
                .isPresent();
        BatchRecord stored = batches.find(Jobs.BATCH).orElseThrow();
        assertThat(stored.permits()).containsExactly(new Permit(JOB, 1, false));
        assertThat(stored.state().counts().processing()).isOne();
    }

    @Test
    void aCountThatMakesAnEventIsRefusedWhenTheBatchChangedMeanwhile() {
        BatchRecord batch = accepted();
        batches.store(batch, BatchLifecycle.activated(batch, false, NOW)).orElseThrow();

        BatchRecord done = BatchLifecycle.counted(batch, new StateCounts(0, 0, 2, 0, 0), NOW);
        assertThat(batches.storeCount(batch, done)).isEmpty();

        BatchRecord now = batches.find(Jobs.BATCH).orElseThrow();
        assertThat(batches.storeCount(now, BatchLifecycle.counted(now, new StateCounts(0, 0, 2, 0, 0), NOW)))
                .isPresent();
    }

    @Test
    void aBatchIsDiscardedOnlyAsItWasSeen() {
        BatchRecord creating = creating();
        batches.insert(creating);
        BatchRecord accepted =
                batches.store(creating, BatchLifecycle.accepted(creating, NOW)).orElseThrow();

        assertThat(batches.discard(creating)).isFalse();
        assertThat(batches.find(Jobs.BATCH)).contains(accepted);
    }

    @Test
    void aBatchThatIsToBeDeletedIsFoundByWhoeverFinishesIt() {
        BatchRecord batch = accepted();
        batches.store(batch, BatchLifecycle.intending(batch, BatchState.Action.DELETE, "gone", NOW))
                .orElseThrow();

        assertThat(records.unfinished().batchesWithIntent())
                .extracting(BatchRecord::key)
                .containsExactly(Jobs.BATCH);
        assertThat(records.unfinished().batchTombstones())
                .extracting(BatchRecord::key)
                .containsExactly(Jobs.BATCH);
    }

    private BatchRecord accepted() {
        BatchRecord creating = creating();
        batches.insert(creating);
        return batches.store(creating, BatchLifecycle.accepted(creating, NOW)).orElseThrow();
    }

    private static BatchRecord creating() {
        return BatchLifecycle.creating(
                Jobs.BATCH, new BatchRequest("A batch", 2, null, Priority.NORMAL, null, NOW, null));
    }
}

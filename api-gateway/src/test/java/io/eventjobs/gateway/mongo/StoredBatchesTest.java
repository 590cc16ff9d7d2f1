package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** The documents of batches as they are stored, and what finds them for those who tidy up. */
class StoredBatchesTest {
    private static final Instant LATER = Jobs.NOW.plusSeconds(60);

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
    void aWholeBatchIsReadAsItWasStored() {
        BatchRequest request = new BatchRequest(
                "A batch", 3, 2, new Priority(9), "FOSDEM 2025", Jobs.NOW, new IdempotencyMark("key", "hash"));
        BatchRecord batch = BatchLifecycle.creating(Jobs.BATCH, request);
        batches.insert(batch);
        batch = batches.store(batch, BatchLifecycle.accepted(batch, Jobs.NOW)).orElseThrow();
        Permit permit = new Permit(JobId.inBatch(Jobs.BATCH, Jobs.NOW, 0), 4, false);
        batch = batches.store(
                        batch, BatchLifecycle.permitted(batch, List.of(permit)).batch())
                .orElseThrow();
        batch = batches.storeCount(batch, BatchLifecycle.counted(batch, new StateCounts(1, 1, 1, 0, 0), LATER))
                .orElseThrow();
        batch = batches.store(batch, BatchLifecycle.archived(batch, true, LATER))
                .orElseThrow();
        batch = batches.store(batch, BatchLifecycle.intending(batch, BatchState.Action.CANCEL, "enough", LATER))
                .orElseThrow();

        assertThat(batches.find(Jobs.BATCH)).contains(batch);
    }

    @Test
    void anIntentFromBeforeThereWasAChoiceMeansToFail() {
        BatchRecord batch = accepted("batch-1", null);
        batches.store(batch, BatchLifecycle.intending(batch, BatchState.Action.DELETE, "why", Jobs.NOW));
        update(new Document("$unset", new Document("intent.action", "")));

        assertThat(Objects.requireNonNull(stored().state().intent()).action()).isEqualTo(BatchState.Action.FAIL);
    }

    @Test
    void aDocumentFromBeforeThereWereFlagsAndPermitsIsActiveAndNotArchived() {
        accepted("batch-1", null);
        update(new Document(
                "$unset",
                new Document("active", "")
                        .append("archived", "")
                        .append("permits", "")
                        .append("priority", "")
                        .append("outbox", "")));

        BatchRecord read = stored();

        assertThat(read.state().active()).isTrue();
        assertThat(read.state().archived()).isFalse();
        assertThat(read.permits()).isEmpty();
        assertThat(read.request().priority()).isEqualTo(Priority.NORMAL);
        assertThat(read.outbox().events()).isEmpty();
    }

    @Test
    void fieldsOfANewerGatewayAreNoHindrance() {
        BatchRecord batch = accepted("batch-1", null);
        update(new Document("$set", new Document("colour", "blue").append("counts.paused", 3)));

        assertThat(batches.find(Jobs.BATCH)).contains(batch);
    }

    @Test
    void anIdempotencyKeyMakesOneBatchAndIsFreeWhenItIsDropped() {
        BatchRecord first = accepted("batch-1", "key");

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> accepted("batch-2", "key"));
        assertThat(batches.findByIdempotencyKey("key")).map(BatchRecord::key).contains(first.key());

        batches.dropIdempotencyKey(first);
        assertThat(batches.findByIdempotencyKey("key")).isEmpty();
        assertThat(accepted("batch-2", "key").key().id().value()).isEqualTo("batch-2");
    }

    @Test
    void aKeyIsNotDroppedFromABatchThatChangedMeanwhile() {
        BatchRecord seen = accepted("batch-1", "key");
        batches.store(seen, BatchLifecycle.activated(seen, false, LATER));

        batches.dropIdempotencyKey(seen);

        assertThat(batches.findByIdempotencyKey("key")).isPresent();
    }

    @Test
    void theKeyOfADeletedBatchIsFree() {
        BatchRecord batch = accepted("batch-1", "key");

        batches.store(batch, BatchLifecycle.intending(batch, BatchState.Action.DELETE, "gone", LATER));

        assertThat(batches.findByIdempotencyKey("key")).isEmpty();
        assertThat(document()).containsEntry("tenant", "deleted/default").doesNotContainKey("body_hash");
    }

    @Test
    void settlingTakesOutWhatWasPublishedAndKeepsTheNumberOfTheNextEvent() {
        BatchRecord batch = accepted("batch-1", null);
        BatchRecord paused = batches.store(batch, BatchLifecycle.activated(batch, false, LATER))
                .orElseThrow();

        batches.settle(batch.key(), ids(batch));

        assertThat(ids(stored())).containsExactly(ids(paused).getLast());
        assertThat(stored().outbox().sequence()).isEqualTo(2);
        assertThat(records.unfinished().unpublishedBatches()).hasSize(1);

        batches.settle(batch.key(), ids(paused));
        assertThat(records.unfinished().unpublishedBatches()).isEmpty();
    }

    @Test
    void findsWhatIsBeingCreatedForTooLongAndNothingElse() {
        accepted("accepted", null);
        BatchRecord creating = creating("creating", null);

        assertThat(keys(batches.creatingSince(Jobs.NOW.plusMillis(1), 10))).containsExactly(creating.key());
        assertThat(batches.creatingSince(Jobs.NOW, 10)).isEmpty();
    }

    @Test
    void aBatchWasUpdatedWhenItFinishedAndNotByCountsThatChangeNothingElse() {
        finished("batch-1", new StateCounts(0, 0, 1, 0, 0));

        assertThat(stored().state().completedAt()).isEqualTo(LATER);
        assertThat(stored().state().updatedAt()).isEqualTo(LATER);

        BatchRecord emptied = BatchLifecycle.counted(stored(), StateCounts.allPending(0), LATER.plusSeconds(60));
        assertThat(batches.storeCount(stored(), emptied)).isPresent();
        assertThat(stored().state().updatedAt()).isEqualTo(LATER);
    }

    @Test
    void findsFinishedBatchesThatHoldNoJobAnyMore() {
        finished("emptied", new StateCounts(0, 0, 0, 0, 0));
        finished("kept", new StateCounts(0, 0, 1, 0, 0));
        accepted("open", null);

        assertThat(keys(batches.emptySince(LATER.plusMillis(1), 10)))
                .extracting(key -> key.id().value())
                .containsExactly("emptied");
        assertThat(batches.emptySince(LATER, 10)).isEmpty();
    }

    @Test
    void findsKeysWhoseRequestsAreOldAndNotMoreThanAskedFor() {
        accepted("a", "key-a");
        accepted("b", "key-b");
        accepted("c", null);

        assertThat(batches.withKeyBefore(Jobs.NOW, 10)).isEmpty();
        assertThat(batches.withKeyBefore(Jobs.NOW.plusMillis(1), 10)).hasSize(2);
        assertThat(batches.withKeyBefore(Jobs.NOW.plusMillis(1), 1)).hasSize(1);
    }

    @Test
    void findsOpenBatchesButNoneThatIsFinishedOrBeingCreated() {
        BatchRecord open = accepted("open", null);
        creating("creating", null);
        finished("finished", new StateCounts(0, 0, 1, 0, 0));

        assertThat(keys(records.unfinished().openBatches())).containsExactly(open.key());
    }

    private void finished(String id, StateCounts counts) {
        BatchRecord batch = accepted(id, null);
        BatchRecord done = batches.storeCount(
                        batch, BatchLifecycle.counted(batch, new StateCounts(0, 0, 1, 0, 0), LATER))
                .orElseThrow();
        batches.storeCount(done, BatchLifecycle.counted(done, counts, LATER)).orElseThrow();
    }

    private BatchRecord accepted(String id, @Nullable String idempotencyKey) {
        BatchRecord creating = creating(id, idempotencyKey);
        return batches.store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                .orElseThrow();
    }

    private BatchRecord creating(String id, @Nullable String idempotencyKey) {
        IdempotencyMark mark = idempotencyKey == null ? null : new IdempotencyMark(idempotencyKey, "hash");
        BatchRecord creating = BatchLifecycle.creating(
                new BatchKey(Jobs.TENANT, new BatchId(id)),
                new BatchRequest("A batch", 1, null, Priority.NORMAL, null, Jobs.NOW, mark));
        batches.insert(creating);
        return creating;
    }

    private BatchRecord stored() {
        return batches.find(Jobs.BATCH).orElseThrow();
    }

    private Document document() {
        return Objects.requireNonNull(
                records.mongo().getCollection("batches").find().first());
    }

    private void update(Document change) {
        records.mongo().getCollection("batches").updateOne(new Document("_id", "default/batch-1"), change);
    }

    private static List<BatchKey> keys(List<BatchRecord> found) {
        return found.stream().map(BatchRecord::key).toList();
    }

    private static List<String> ids(BatchRecord batch) {
        return batch.outbox().events().stream().map(PublicEvent::id).toList();
    }
}

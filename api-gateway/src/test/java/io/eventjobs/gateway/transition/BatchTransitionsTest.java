package io.eventjobs.gateway.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.Jobs;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class BatchTransitionsTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void storesAChangeAndPublishesWhatBecameTrue() {
        harness.batch(1, null);

        assertThat(pause()).contains(true);

        assertThat(harness.batch().state().active()).isFalse();
        assertThat(harness.eventsOf("batch-1")).containsExactly("batch.created", "batch.paused");
    }

    @Test
    void decidesAgainFromTheStoredBatchWhenSomebodyWasFaster() {
        harness.batch(1, null);
        harness.meanwhile("batches", 0, () -> archiveElsewhere());

        pause();

        assertThat(harness.batch().state().active()).isFalse();
        assertThat(harness.batch().state().archived()).isTrue();
    }

    @Test
    void aChangeThatTheCachedBatchNeedsNotIsTriedOnTheStoredOne() {
        harness.batch(1, null);
        pause();
        resumeElsewhere();

        pause();

        assertThat(harness.batch().state().active()).isFalse();
    }

    @Test
    void aBatchThatIsNotThereHasNoAnswer() {
        assertThat(pause()).isEmpty();
    }

    @Test
    void anOlderBatchDoesNotReplaceANewerOneInTheCache() {
        harness.batch(1, null);
        BatchRecord older = harness.batch();
        pause();

        harness.batches().observe(older);

        assertThat(harness.batches().cached(Jobs.BATCH).orElseThrow().state().active())
                .isFalse();
    }

    @Test
    void failsAsMongoDbFails() {
        harness.batch(1, null);
        harness.mongoIsAway(true);

        Assertions.assertThatThrownBy(this::pause).isInstanceOf(DataAccessException.class);
        CompletableFuture<?> answer = harness.batches()
                .change(Jobs.BATCH, batch -> changed(BatchLifecycle.activated(batch, false, Jobs.NOW)));
        Assertions.assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class);
    }

    private Optional<Boolean> pause() {
        return harness.batches()
                .changeNow(Jobs.BATCH, batch -> changed(BatchLifecycle.activated(batch, false, Jobs.NOW)));
    }

    private void archiveElsewhere() {
        BatchRecord before = harness.batch();
        harness.batchRecords()
                .store(before, BatchLifecycle.archived(before, true, Jobs.NOW))
                .orElseThrow();
    }

    private void resumeElsewhere() {
        BatchRecord before = harness.batch();
        harness.batchRecords()
                .store(before, BatchLifecycle.activated(before, true, Jobs.NOW))
                .orElseThrow();
    }

    private static BatchTransitions.Change<Boolean> changed(BatchRecord next) {
        return new BatchTransitions.Change<>(next, true);
    }
}

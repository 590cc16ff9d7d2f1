package io.eventjobs.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final CheckpointKey PAGE = key("https://conf.example/1");

    private final Turns turns = new Turns(Duration.ofMinutes(1));

    @Test
    void theNextOneWaitsForTheOneBefore() throws Exception {
        Turns.Turn first = turns.take(PAGE);
        CompletableFuture<Boolean> next = elsewhere(turns);

        await().until(() -> turns.size() == 1);
        assertThat(next).isNotDone();
        first.close();

        assertThat(next.join()).as("has waited").isTrue();
        assertThat(first.hasWaited()).isFalse();
        await().until(() -> turns.size() == 0);
    }

    @Test
    void nobodyWaitsForAnotherKey() throws Exception {
        try (Turns.Turn first = turns.take(PAGE);
                Turns.Turn other = turns.take(key("https://conf.example/2"))) {
            assertThat(first.hasWaited()).isFalse();
            assertThat(other.hasWaited()).isFalse();
        }
    }

    @Test
    void whoeverWaitsTooLongGoesAhead() throws Exception {
        Turns hasty = new Turns(Duration.ofMillis(10));
        try (Turns.Turn first = hasty.take(PAGE)) {
            assertThat(elsewhere(hasty).join()).isTrue();
            assertThat(first.hasWaited()).isFalse();
        }
        await().until(() -> hasty.size() == 0);
    }

    @Test
    void whoeverIsInterruptedLeavesNothingBehind() throws Exception {
        Turns.Turn first = turns.take(PAGE);
        CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
        Thread next = Thread.startVirtualThread(() -> {
            try (Turns.Turn turn = turns.take(PAGE)) {
                interrupted.complete(new AssertionError("has its turn: " + turn));
            } catch (InterruptedException e) {
                interrupted.complete(e);
            }
        });
        next.interrupt();

        assertThat(interrupted.join()).isInstanceOf(InterruptedException.class);
        first.close();
        assertThat(turns.size()).isZero();
    }

    private static CompletableFuture<Boolean> elsewhere(Turns turns) {
        CompletableFuture<Boolean> waited = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (Turns.Turn turn = turns.take(PAGE)) {
                waited.complete(turn.hasWaited());
            } catch (InterruptedException e) {
                waited.completeExceptionally(e);
            }
        });
        return waited;
    }

    private static CheckpointKey key(String address) {
        return CheckpointKey.shared(new TenantId("acme"), CheckpointHarness.STEP, List.of(address));
    }
}

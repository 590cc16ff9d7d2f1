package io.eventjobs.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two jobs that need the same thing at the same moment. */
@Timeout(30)
class SharedComputationTest {
    @TempDir
    private Path folder;

    private final CountDownLatch isComputing = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicReference<Thread> second = new AtomicReference<>();
    private CheckpointHarness bench;

    @BeforeEach
    void start() {
        bench = new CheckpointHarness(folder);
    }

    @Test
    void theSecondWaitsForTheFirstAndUsesItsResult() throws Exception {
        CheckpointHarness.Step german = bench.step().ofJob("job-2");
        CompletableFuture<StoredText> first = begins(bench.step(), "result");
        CompletableFuture<StoredText> other = waits(() -> german.revalidated(() -> StoredText.of(folder, "again")));

        mayEnd.countDown();

        assertThat(first.join().text()).isEqualTo("result");
        assertThat(other.join().text()).isEqualTo("result");
        assertThat(bench.done()).isEqualTo(1);
        assertThat(german.log())
                .containsExactly("INFO Text re-used from a checkpoint of " + CheckpointHarness.NOW
                        + ", another job got it at the same moment: a text");
    }

    @Test
    void theSecondOfTwoWorkersWaitsForTheFirstWhateverItsClockSays() throws Exception {
        CheckpointHarness.Step german =
                bench.otherWorker(Duration.ofSeconds(20)).step().ofJob("job-2");
        CompletableFuture<StoredText> first = begins(bench.step(), "result");
        CompletableFuture<StoredText> other = waits(() -> german.revalidated(() -> StoredText.of(folder, "again")));

        mayEnd.countDown();

        assertThat(first.join().text()).isEqualTo("result");
        assertThat(other.join().text()).isEqualTo("result");
        assertThat(bench.done()).isEqualTo(1);
        assertThat(german.log())
                .containsExactly("INFO Text re-used from a checkpoint of " + CheckpointHarness.NOW
                        + ", another job got it at the same moment: a text");
        assertThat(bench.store.keys()).noneMatch(key -> key.endsWith("turn.json"));
    }

    @Test
    void theSecondComputesWhatTheFirstCouldNot() throws Exception {
        CompletableFuture<StoredText> first = begins(bench.step(), StoredText.Codec.UNFINISHED);
        CompletableFuture<StoredText> other =
                waits(() -> bench.step().ofJob("job-2").revalidated(() -> StoredText.of(folder, "again")));

        mayEnd.countDown();

        assertThat(first.join().text()).isEqualTo(StoredText.Codec.UNFINISHED);
        assertThat(other.join().text()).isEqualTo("again");
        assertThat(bench.done()).isEqualTo(2);
    }

    @Test
    void whoeverComesLaterAsksTheOrigin() throws Exception {
        mayEnd.countDown();
        begins(bench.step(), "result").join();

        StoredText later = bench.step().ofJob("job-2").revalidated(() -> StoredText.of(folder, "again"));

        assertThat(later.text()).isEqualTo("again");
    }

    @Test
    void whoeverUsesNoCacheWaitsForNobody() throws Exception {
        CompletableFuture<StoredText> first = begins(bench.step(), "result");

        StoredText own = bench.step().ofJob("job-2").withoutCache().revalidated(() -> StoredText.of(folder, "own"));

        assertThat(own.text()).isEqualTo("own");
        assertThat(first).isNotDone();
        mayEnd.countDown();
        assertThat(first.join().text()).isEqualTo("result");
    }

    /** Returns once the computation has begun; it ends when it may. */
    private CompletableFuture<StoredText> begins(CheckpointHarness.Step step, String text) throws Exception {
        CompletableFuture<StoredText> result = elsewhere(() -> step.revalidated(() -> {
            isComputing.countDown();
            mayEnd.await();
            return StoredText.of(folder, text);
        }));
        isComputing.await();
        return result;
    }

    /** Returns once the call waits for something. */
    private CompletableFuture<StoredText> waits(Callable<StoredText> call) {
        CompletableFuture<StoredText> result = elsewhere(() -> {
            second.set(Thread.currentThread());
            return call.call();
        });
        await().until(() -> second.get() != null && second.get().getState() == Thread.State.TIMED_WAITING);
        return result;
    }

    private static CompletableFuture<StoredText> elsewhere(Callable<StoredText> call) {
        CompletableFuture<StoredText> result = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                result.complete(call.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}

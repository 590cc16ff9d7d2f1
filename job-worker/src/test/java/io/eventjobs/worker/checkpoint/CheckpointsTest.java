package io.eventjobs.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.model.artifact.CheckpointKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    @TempDir
    private Path folder;

    private CheckpointHarness bench;

    @BeforeEach
    void start() {
        bench = new CheckpointHarness(folder);
    }

    @Test
    void computesAStepOnceAndReturnsTheStoredResult() throws Exception {
        bench.step().getOrCompute("result", "one", "two", "one");

        StoredText again = bench.step().getOrCompute("other");

        assertThat(bench.done()).isEqualTo(1);
        assertThat(again.text()).isEqualTo("result");
        assertThat(again.contents()).containsExactly("one", "two", "one");
    }

    @Test
    void logsTheReuseAndTheAgeOfAResult() throws Exception {
        CheckpointHarness.Step first = bench.step();
        CheckpointHarness.Step second = bench.step();
        first.getOrCompute("result");
        second.getOrCompute("other");

        assertThat(first.log()).isEmpty();
        assertThat(second.log())
                .containsExactly("INFO Text re-used from a checkpoint of " + CheckpointHarness.NOW + ": a text");
    }

    @Test
    void storesThePartsUnderTheirHashesAndTheDocumentNextToThem() throws Exception {
        bench.step().getOrCompute("result", "one");

        CheckpointKey key = bench.step().key();
        assertThat(bench.store.keys())
                .containsExactly(
                        key.document(), key.part("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"));
        assertThat(text(key.document()))
                .contains(
                        "\"created_at\":\"" + CheckpointHarness.NOW + "\"",
                        "\"job_id\":\"job-1\"",
                        "\"step\":\"text/v1\"");
    }

    @Test
    void doesNotStoreAnIncompleteResult() throws Exception {
        bench.step().getOrCompute(StoredText.Codec.UNFINISHED, "one");
        assertThat(bench.store.keys()).isEmpty();

        bench.step().getOrCompute("result");

        assertThat(bench.done()).isEqualTo(2);
        assertThat(bench.step().getOrCompute("other").text()).isEqualTo("result");
    }

    @Test
    void doesNotStoreTheResultOfAFailedStep() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> bench.step().getOrCompute(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void doesNotShareBetweenTenantsOrVersions() throws Exception {
        bench.step().getOrCompute("acme's");
        bench.step().ofTenant("other").getOrCompute("other's");
        bench.step().ofVersion(2).getOrCompute("later");

        assertThat(bench.done()).isEqualTo(3);
        assertThat(bench.step().getOrCompute("again").text()).isEqualTo("acme's");
        assertThat(bench.step().ofTenant("other").getOrCompute("again").text()).isEqualTo("other's");
        assertThat(bench.step().ofVersion(2).getOrCompute("again").text()).isEqualTo("later");
    }

    @Test
    void sharesBetweenJobsAndRuns() throws Exception {
        bench.step().getOrCompute("result");

        assertThat(bench.step().ofJob("job-2").getOrCompute("other").text()).isEqualTo("result");
        assertThat(bench.step().inRun(2).getOrCompute("other").text()).isEqualTo("result");
    }

    @Test
    void usesOnlyResultsOfTheSameRunWithoutCache() throws Exception {
        bench.step().getOrCompute("first");

        assertThat(bench.step().inRun(2).withoutCache().getOrCompute("second").text())
                .isEqualTo("second");
        assertThat(bench.step().inRun(2).withoutCache().getOrCompute("other").text())
                .isEqualTo("second");
        assertThat(bench.step()
                        .ofJob("job-2")
                        .inRun(2)
                        .withoutCache()
                        .getOrCompute("third")
                        .text())
                .isEqualTo("third");
        assertThat(bench.done()).isEqualTo(3);
    }

    @Test
    void putsTheResultOfARunWithoutCacheInThePlaceOfTheOlder() throws Exception {
        bench.step().getOrCompute("first", "old");
        bench.step().inRun(2).withoutCache().getOrCompute("second", "new");

        StoredText third = bench.step().inRun(3).getOrCompute("other");

        assertThat(third.text()).isEqualTo("second");
        assertThat(third.contents()).containsExactly("new");
    }

    @Test
    void letsConcurrentExecutionsContinueAndStoresOneResultCompletely() throws Exception {
        for (int round = 1; round <= 20; round++) {
            int version = round;
            CyclicBarrier bothWork = new CyclicBarrier(2);
            List<StoredText> made = together(
                    () -> bench.step().ofVersion(version).getOrCompute(() -> met(bothWork, "left", "l1", "same")),
                    () -> bench.step().ofVersion(version).getOrCompute(() -> met(bothWork, "right", "same", "r2")));

            assertThat(made).extracting(StoredText::text).containsExactly("left", "right");
            StoredText kept = bench.step().ofVersion(version).getOrCompute("other");
            assertThat(kept.contents())
                    .isEqualTo(kept.text().equals("left") ? List.of("l1", "same") : List.of("same", "r2"));
        }
    }

    @Test
    void keepsAResultThatWasStoredConcurrently() throws Exception {
        StoredText slower = bench.step().getOrCompute(() -> {
            bench.step().getOrCompute("faster", "one");
            return StoredText.of(folder, "slower", "two");
        });

        assertThat(slower.text()).isEqualTo("slower");
        assertThat(bench.step().getOrCompute("other").text()).isEqualTo("faster");
    }

    @Test
    void writesNoDocumentWhenAPartCannotBeStored() throws Exception {
        // No store accepts a key below an existing object.
        bench.store.put(bench.step().key() + "parts", new byte[1], "text/plain");

        assertThat(bench.step().getOrCompute("result", "one").text()).isEqualTo("result");
        assertThat(bench.store.keys()).containsExactly(bench.step().key() + "parts");
    }

    @Test
    void doesTheStepWhenTheStoreIsAwayAndAsksItOnce() throws Exception {
        bench.store.goAway();
        CheckpointHarness.Step step = bench.step();

        assertThat(step.getOrCompute("result", "one").text()).isEqualTo("result");
        assertThat(step.getOrCompute("again").text()).isEqualTo("again");
        assertThat(step.log())
                .containsExactly("WARNING The object store failed; this execution continues without checkpoints.");
    }

    @Test
    void continuesIfTheStoreIsUnavailableAtTheEndOfTheStep() throws Exception {
        StoredText result = bench.step().getOrCompute(() -> {
            bench.store.goAway();
            return StoredText.of(folder, "result", "one");
        });

        assertThat(result.text()).isEqualTo("result");
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void endsWhenInterruptedBeforeOrAfterTheStep() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.step().getOrCompute("result"));
        assertThat(bench.done()).isZero();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.step().getOrCompute(() -> {
                    Thread.currentThread().interrupt();
                    return StoredText.of(folder, "result", "one");
                }));
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void leavesNoFilesBehindButThoseOfTheResult() throws Exception {
        bench.step().getOrCompute("result", "one");
        bench.store.put(bench.step().key().part("0".repeat(64)), new byte[1], "text/plain");

        bench.step().getOrCompute("other");

        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString().replaceAll("-.*", "")))
                    .containsExactlyInAnyOrder("made", "restored");
        }
    }

    private StoredText met(CyclicBarrier barrier, String text, String... contents)
            throws IOException, InterruptedException {
        try {
            barrier.await();
            return StoredText.of(folder, text, contents);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StoredText> together(Callable<StoredText> left, Callable<StoredText> right) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<StoredText> first = threads.submit(left);
            Future<StoredText> second = threads.submit(right);
            return List.of(first.get(), second.get());
        }
    }

    private String text(String key) throws IOException {
        try (InputStream content = bench.store.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

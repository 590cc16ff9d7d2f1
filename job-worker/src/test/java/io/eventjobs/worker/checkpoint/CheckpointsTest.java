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

    private CheckpointBench bench;

    @BeforeEach
    void openBench() {
        bench = new CheckpointBench(folder);
    }

    @Test
    void doesAStepOnceAndGivesBackWhatItMade() throws Exception {
        bench.step().resume("result", "one", "two", "one");

        KeptText again = bench.step().resume("other");

        assertThat(bench.done()).isEqualTo(1);
        assertThat(again.text()).isEqualTo("result");
        assertThat(again.contents()).containsExactly("one", "two", "one");
    }

    @Test
    void saysThatAndFromWhenSomethingIsReused() throws Exception {
        CheckpointBench.Step first = bench.step();
        CheckpointBench.Step second = bench.step();
        first.resume("result");
        second.resume("other");

        assertThat(first.log()).isEmpty();
        assertThat(second.log())
                .containsExactly("INFO Text re-used from a checkpoint of " + CheckpointBench.NOW + ": a text");
    }

    @Test
    void writesThePartsUnderTheirHashesAndTheDocumentBesideThem() throws Exception {
        bench.step().resume("result", "one");

        CheckpointKey key = bench.step().key();
        assertThat(bench.store.keys())
                .containsExactly(
                        key.document(), key.part("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"));
        assertThat(text(key.document()))
                .contains(
                        "\"created_at\":\"" + CheckpointBench.NOW + "\"",
                        "\"job_id\":\"job-1\"",
                        "\"step\":\"text/v1\"");
    }

    @Test
    void keepsNothingOfAStepThatIsNotFinished() throws Exception {
        bench.step().resume(KeptText.Form.UNFINISHED, "one");
        assertThat(bench.store.keys()).isEmpty();

        bench.step().resume("result");

        assertThat(bench.done()).isEqualTo(2);
        assertThat(bench.step().resume("other").text()).isEqualTo("result");
    }

    @Test
    void keepsNothingOfAStepThatFails() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> bench.step().resume(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void sharesNothingBetweenTenantsOrVersions() throws Exception {
        bench.step().resume("acme's");
        bench.step().ofTenant("other").resume("other's");
        bench.step().ofVersion(2).resume("later");

        assertThat(bench.done()).isEqualTo(3);
        assertThat(bench.step().resume("again").text()).isEqualTo("acme's");
        assertThat(bench.step().ofTenant("other").resume("again").text()).isEqualTo("other's");
        assertThat(bench.step().ofVersion(2).resume("again").text()).isEqualTo("later");
    }

    @Test
    void sharesBetweenJobsAndRuns() throws Exception {
        bench.step().resume("result");

        assertThat(bench.step().ofJob("job-2").resume("other").text()).isEqualTo("result");
        assertThat(bench.step().inRun(2).resume("other").text()).isEqualTo("result");
    }

    @Test
    void usesWithoutCacheOnlyWhatTheSameRunOfTheSameJobMade() throws Exception {
        bench.step().resume("first");

        assertThat(bench.step().inRun(2).withoutCache().resume("second").text()).isEqualTo("second");
        assertThat(bench.step().inRun(2).withoutCache().resume("other").text()).isEqualTo("second");
        assertThat(bench.step()
                        .ofJob("job-2")
                        .inRun(2)
                        .withoutCache()
                        .resume("third")
                        .text())
                .isEqualTo("third");
        assertThat(bench.done()).isEqualTo(3);
    }

    @Test
    void putsTheResultOfARunWithoutCacheInThePlaceOfTheOlder() throws Exception {
        bench.step().resume("first", "old");
        bench.step().inRun(2).withoutCache().resume("second", "new");

        KeptText third = bench.step().inRun(3).resume("other");

        assertThat(third.text()).isEqualTo("second");
        assertThat(third.contents()).containsExactly("new");
    }

    @Test
    void letsBothOfTwoAtOnceGoOnAndKeepsOneOfThemWhole() throws Exception {
        for (int round = 1; round <= 20; round++) {
            int version = round;
            CyclicBarrier bothWork = new CyclicBarrier(2);
            List<KeptText> made = together(
                    () -> bench.step().ofVersion(version).resume(() -> met(bothWork, "left", "l1", "same")),
                    () -> bench.step().ofVersion(version).resume(() -> met(bothWork, "right", "same", "r2")));

            assertThat(made).extracting(KeptText::text).containsExactly("left", "right");
            KeptText kept = bench.step().ofVersion(version).resume("other");
            assertThat(kept.contents())
                    .isEqualTo(kept.text().equals("left") ? List.of("l1", "same") : List.of("same", "r2"));
        }
    }

    @Test
    void leavesInPlaceWhatSomebodyElseKeptMeanwhile() throws Exception {
        KeptText slower = bench.step().resume(() -> {
            bench.step().resume("faster", "one");
            return KeptText.of(folder, "slower", "two");
        });

        assertThat(slower.text()).isEqualTo("slower");
        assertThat(bench.step().resume("other").text()).isEqualTo("faster");
    }

    @Test
    void writesNoDocumentWhenAPartCannotBeStored() throws Exception {
        // No store takes a key below an object.
        bench.store.put(bench.step().key() + "parts", new byte[1], "text/plain");

        assertThat(bench.step().resume("result", "one").text()).isEqualTo("result");
        assertThat(bench.store.keys()).containsExactly(bench.step().key() + "parts");
    }

    @Test
    void doesTheStepWhenTheStoreIsAwayAndAsksItOnce() throws Exception {
        bench.store.goAway();
        CheckpointBench.Step step = bench.step();

        assertThat(step.resume("result", "one").text()).isEqualTo("result");
        assertThat(step.resume("again").text()).isEqualTo("again");
        assertThat(step.log())
                .containsExactly("WARNING The object store failed; this execution goes on without checkpoints.");
    }

    @Test
    void goesOnWhenTheStoreIsAwayAtTheEndOfTheStep() throws Exception {
        KeptText result = bench.step().resume(() -> {
            bench.store.goAway();
            return KeptText.of(folder, "result", "one");
        });

        assertThat(result.text()).isEqualTo("result");
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void endsWhenInterruptedBeforeOrAfterTheStep() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.step().resume("result"));
        assertThat(bench.done()).isZero();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> bench.step().resume(() -> {
                    Thread.currentThread().interrupt();
                    return KeptText.of(folder, "result", "one");
                }));
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void leavesNoFilesBehindButThoseOfTheResult() throws Exception {
        bench.step().resume("result", "one");
        bench.store.put(bench.step().key().part("0".repeat(64)), new byte[1], "text/plain");

        bench.step().resume("other");

        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString().replaceAll("-.*", "")))
                    .containsExactlyInAnyOrder("made", "restored");
        }
    }

    private KeptText met(CyclicBarrier barrier, String text, String... contents)
            throws IOException, InterruptedException {
        try {
            barrier.await();
            return KeptText.of(folder, text, contents);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<KeptText> together(Callable<KeptText> left, Callable<KeptText> right) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<KeptText> first = threads.submit(left);
            Future<KeptText> second = threads.submit(right);
            return List.of(first.get(), second.get());
        }
    }

    private String text(String key) throws IOException {
        try (InputStream content = bench.store.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

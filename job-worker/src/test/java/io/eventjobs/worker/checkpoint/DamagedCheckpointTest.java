package io.eventjobs.worker.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged checkpoints are ignored and replaced by the next result. */
class DamagedCheckpointTest {
    private static final String HASH_OF_ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{}", "{\"version\":1}", "no JSON", "\0"})
    void isRecomputedWhenTheDocumentIsInvalid(String document) throws Exception {
        CheckpointHarness bench = kept();
        put(bench, bench.step().key().document(), document);

        doesItAgainOnce(bench);
    }

    @Test
    void isDoneAgainWhenTheDocumentIsNestedWithoutEnd() throws Exception {
        CheckpointHarness bench = kept();
        put(bench, bench.step().key().document(), "{\"value\":" + "[".repeat(100_000));

        doesItAgainOnce(bench);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1 | \"version\":2",
                "text/v1 | text/v2",
                "\"inputs\":\" | \"inputs\":\"0",
                "\"text\":\"first\" | \"text\":\"wrong\"",
                "\"value\":{ | \"value\":{\"more\":1,",
                "\"bytes\":3 | \"bytes\":2",
                "\"bytes\":3 | \"bytes\":-1",
                "\"bytes\":3 | \"bytes\":9000000000000",
                "\"sha256\":\"7692 | \"sha256\":\"../../../../../../jobs/7692",
                "\"run\":1 | \"run\":null",
                "\"parts\":[{ | \"parts\":[null,{",
                "\"created_at\":\" | \"created_at\":\"x",
            })
    void isRecomputedWhenTheDocumentDoesNotMatch(String is, String becomes) throws Exception {
        CheckpointHarness bench = kept();
        String document = text(bench, bench.step().key().document());
        assertThat(document).contains(is);
        put(bench, bench.step().key().document(), document.replace(is, becomes));

        doesItAgainOnce(bench);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "onE", "one and more"})
    void isRecomputedWhenAFileDoesNotMatchItsHash(String content) throws Exception {
        CheckpointHarness bench = kept();
        put(bench, bench.step().key().part(HASH_OF_ONE), content);

        doesItAgainOnce(bench);
    }

    @Test
    void isDoneAgainWhenAFileIsMissing() throws Exception {
        CheckpointHarness bench = kept();
        bench.store.delete(List.of(bench.step().key().part(HASH_OF_ONE)));

        doesItAgainOnce(bench);
    }

    @Test
    void repairsAFileThatTheNextResultHasToo() throws Exception {
        CheckpointHarness bench = kept();
        put(bench, bench.step().key().part(HASH_OF_ONE), "onE");

        bench.step().getOrCompute("first", "one");

        assertThat(bench.step().getOrCompute("other").contents()).containsExactly("one");
        assertThat(bench.done()).isEqualTo(2);
    }

    @Test
    void isNotStoredWhenItIsTooLarge() throws Exception {
        for (CheckpointLimits limits : List.of(
                new CheckpointLimits(100, 10, 1_000),
                new CheckpointLimits(10_000, 1, 1_000),
                new CheckpointLimits(10_000, 10, 5))) {
            CheckpointHarness bench = new CheckpointHarness(folder, limits);

            assertThat(bench.step().getOrCompute("first", "one", "two").text()).isEqualTo("first");
            assertThat(bench.store.keys()).isEmpty();
        }
    }

    @Test
    void isNotReadWhenItIsTooLarge() throws Exception {
        CheckpointHarness large = kept();
        CheckpointHarness small = new CheckpointHarness(folder, new CheckpointLimits(10_000, 10, 2));
        for (String key : large.store.keys()) {
            put(small, key, text(large, key));
        }

        assertThat(small.step().getOrCompute("second").text()).isEqualTo("second");
    }

    private CheckpointHarness kept() throws IOException, InterruptedException {
        CheckpointHarness bench = new CheckpointHarness(folder);
        bench.step().getOrCompute("first", "one");
        return bench;
    }

    private static void doesItAgainOnce(CheckpointHarness bench) throws IOException, InterruptedException {
        CheckpointHarness.Step step = bench.step();

        assertThat(step.getOrCompute("second", "two").text()).isEqualTo("second");
        assertThat(step.log())
                .singleElement()
                .asString()
                .startsWith("WARNING Text computed again because its checkpoint cannot be used: ");
        assertThat(bench.step().getOrCompute("third").contents()).containsExactly("two");
        assertThat(bench.done()).isEqualTo(2);
    }

    private static void put(CheckpointHarness bench, String key, String content) {
        bench.store.put(key, content.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static String text(CheckpointHarness bench, String key) throws IOException {
        try (InputStream content = bench.store.open(key)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

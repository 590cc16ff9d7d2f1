package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every {@link ArtifactStore}. Each test gets a store with an empty bucket that {@code prepare} has created. */
abstract class ArtifactStoreContract implements ListingContract {
    private static final String TEXT = "text/plain";

    @Test
    void givesBackTheBytesThatWerePut() throws IOException {
        store().put("a/b.txt", bytes("hello"), TEXT);

        assertThat(content("a/b.txt")).isEqualTo(bytes("hello"));
    }

    @Test
    void keepsAnObjectWithoutBytes() throws IOException {
        store().put("a/empty", new byte[0], TEXT);

        assertThat(content("a/empty")).isEmpty();
        assertThat(store().find("a/empty"))
                .get()
                .extracting(ObjectMetadata::bytes)
                .isEqualTo(0L);
    }

    @Test
    void keepsAFileOfManyParts(@TempDir Path folder) throws IOException {
        byte[] large = new byte[25 << 20];
        new Random(1).nextBytes(large);
        Path file = Files.write(folder.resolve("talk.webm"), large);

        store().put("a/talk.webm", file, "video/webm");

        assertThat(content("a/talk.webm")).isEqualTo(large);
        assertThat(store().find("a/talk.webm")).get().satisfies(found -> {
            assertThat(found.bytes()).isEqualTo(large.length);
            assertThat(found.contentType()).isEqualTo("video/webm");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10 << 20, (10 << 20) + 1})
    void keepsAFileOfAnySize(int size, @TempDir Path folder) throws IOException {
        byte[] content = new byte[size];
        new Random(2).nextBytes(content);

        store().put("a/file", Files.write(folder.resolve("file"), content), TEXT);

        assertThat(content("a/file")).isEqualTo(content);
    }

    @Test
    void reportsAFileThatCannotBeRead(@TempDir Path folder) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store().put("a/file", folder.resolve("missing"), TEXT));
    }

    @Test
    void replacesAnExistingObject() throws IOException {
        store().put("a/b", bytes("first"), TEXT);
        store().put("a/b", bytes("second"), "text/markdown");

        assertThat(content("a/b")).isEqualTo(bytes("second"));
        assertThat(store().find("a/b"))
                .get()
                .extracting(ObjectMetadata::contentType)
                .isEqualTo("text/markdown");
    }

    @Test
    void returnsTheMetadataOfAnObject() {
        store().put("a/b.md", bytes("hello"), "text/markdown; charset=utf-8");

        assertThat(store().find("a/b.md")).get().satisfies(found -> {
            assertThat(found.key()).isEqualTo("a/b.md");
            assertThat(found.bytes()).isEqualTo(5);
            assertThat(found.etag()).isNotEmpty().doesNotContain("\"");
            assertThat(found.contentType()).isEqualTo("text/markdown; charset=utf-8");
            assertThat(found.modified()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        });
    }

    @Test
    void changesTheEtagWithTheContent() {
        store().put("a/b", bytes("first"), TEXT);
        store().put("a/c", bytes("other"), TEXT);

        assertThat(store().find("a/b").orElseThrow().etag())
                .isNotEqualTo(store().find("a/c").orElseThrow().etag());
    }

    @Test
    void findsNoMissingObject() {
        assertThat(store().find("a/missing")).isEmpty();
    }

    @Test
    void reportsAMissingObject() {
        assertThatExceptionOfType(ObjectMissingException.class)
                .isThrownBy(() -> store().open("a/missing"))
                .extracting(ObjectMissingException::key)
                .isEqualTo("a/missing");
        assertThatExceptionOfType(ObjectMissingException.class).isThrownBy(() -> store().open("a/missing", 0, 1));
    }

    @Test
    void hasNoObjectAtAPrefix() {
        store().put("a/b/c", bytes("hello"), TEXT);

        assertThat(store().find("a/b")).isEmpty();
        assertThatExceptionOfType(ObjectMissingException.class).isThrownBy(() -> store().open("a/b"));
    }

    @Test
    void opensARange() throws IOException {
        store().put("a/b", bytes("0123456789"), TEXT);

        assertThat(range("a/b", 0, 1)).isEqualTo("0");
        assertThat(range("a/b", 3, 4)).isEqualTo("3456");
        assertThat(range("a/b", 9, 1)).isEqualTo("9");
        assertThat(range("a/b", 0, 10)).isEqualTo("0123456789");
    }

    @Test
    void refusesARangeThatBeginsBehindTheEnd() {
        store().put("a/b", bytes("0123456789"), TEXT);

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store().open("a/b", 10, 1))
                .isNotInstanceOf(ObjectMissingException.class);
    }

    @Test
    void refusesAnInvalidRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().open("a/b", -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().open("a/b", 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/with space.md",
                "a/100%25 sure %2F.md",
                "a/Überblick – 東京 – 🎤.md",
                "a/plus+and&and=and?and#.md",
                "a/quote'\"(1)[2]{3}<4>.md",
                "a/..leading/...",
                "single"
            })
    void acceptsEveryCharacterInAKey(String key) throws IOException {
        store().put(key, bytes(key), TEXT);

        assertThat(content(key)).isEqualTo(bytes(key));
        assertThat(store().find(key)).get().extracting(ObjectMetadata::key).isEqualTo(key);
        assertThat(store().list("", "", 10)).containsExactly(key);
        assertThat(store().list(key, "", 10)).containsExactly(key);
        store().delete(List.of(key));
        assertThat(store().find(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", "../a"})
    void refusesAnAmbiguousKey(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().put(key, bytes("x"), TEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> store().putIfAbsent(key, bytes("x"), TEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> store().open(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store().open(key, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().find(key));
        assertThatIllegalArgumentException().isThrownBy(() -> store().delete(List.of(key)));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().put("é".repeat(513), bytes("x"), TEXT));
    }

    @Test
    void refusesAnInvalidMediaType() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().put("a/b", bytes("x"), "no media type"));
    }

    @Test
    void putsOnlyIfTheObjectIsAbsent() throws IOException {
        assertThat(store().putIfAbsent("a/b", bytes("first"), TEXT)).isTrue();
        assertThat(store().putIfAbsent("a/b", bytes("second"), TEXT)).isFalse();

        assertThat(content("a/b")).isEqualTo(bytes("first"));
    }

    @Test
    void putsWhereSomethingWasDeleted() {
        store().put("a/b", bytes("first"), TEXT);
        store().delete(List.of("a/b"));

        assertThat(store().putIfAbsent("a/b", bytes("second"), TEXT)).isTrue();
    }

    @Test
    void letsExactlyOneOfManyConcurrentPutsSucceed() throws Exception {
        int racers = 8;
        CyclicBarrier start = new CyclicBarrier(racers);
        for (int round = 0; round < 20; round++) {
            String key = "race/" + round;
            List<Boolean> did = Concurrently.call(racers, racer -> {
                start.await();
                return store().putIfAbsent(key, bytes("racer " + racer), TEXT);
            });

            int winner = did.indexOf(true);
            assertThat(did).containsOnlyOnce(true);
            assertThat(content(key)).isEqualTo(bytes("racer " + winner));
        }
    }

    /** As executions of several workers do that take turns at a checkpoint, also when nothing else is stored beside it. */
    @Test
    void takesPutsAndDeletesOfOneKeyByManyCallersAtOnce() throws Exception {
        int callers = 8;
        AtomicInteger held = new AtomicInteger();
        AtomicInteger mostHeld = new AtomicInteger();
        List<Integer> taken = Concurrently.call(callers, caller -> {
            int times = 0;
            for (int round = 0; round < 50; round++) {
                if (takes("turns/one/turn", "caller " + caller)) {
                    times++;
                    mostHeld.accumulateAndGet(held.incrementAndGet(), Math::max);
                    held.decrementAndGet();
                    store().delete(List.of("turns/one/turn"));
                }
            }
            return times;
        });

        assertThat(mostHeld).hasValue(1);
        assertThat(taken.stream().mapToInt(times -> times).sum()).isPositive();
    }

    @Test
    void canBePreparedAgain() throws IOException {
        store().put("a/b", bytes("hello"), TEXT);

        store().prepare();

        assertThat(content("a/b")).isEqualTo(bytes("hello"));
    }

    /** A store may fail where many compete for a key (the embedded one does now and then), but never lets two of them succeed. */
    private boolean takes(String key, String caller) {
        try {
            return store().putIfAbsent(key, bytes(caller), TEXT);
        } catch (ArtifactStoreException e) {
            return false;
        }
    }

    private byte[] content(String key) throws IOException {
        try (InputStream content = store().open(key)) {
            return content.readAllBytes();
        }
    }

    private String range(String key, long offset, long length) throws IOException {
        try (InputStream content = store().open(key, offset, length)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

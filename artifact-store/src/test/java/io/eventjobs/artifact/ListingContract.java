package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of the contract about many keys. */
interface ListingContract {
    String TEXT = "text/plain";
    byte[] CONTENT = {1};

    /** The store under test, with an empty bucket. */
    ArtifactStore store();

    @Test
    default void listsWhatBeginsWithAPrefixInOrder() {
        Stream.of("a/2", "a/10", "a/1", "ab", "b/1", "a/é").forEach(key -> store().put(key, CONTENT, TEXT));

        assertThat(store().list("a/", "", 10)).containsExactly("a/1", "a/10", "a/2", "a/é");
        assertThat(store().list("a", "", 10)).containsExactly("a/1", "a/10", "a/2", "a/é", "ab");
        assertThat(store().list("c", "", 10)).isEmpty();
    }

    @Test
    default void listsFromWhereTheLastListEnded() {
        Stream.of("a/1", "a/2", "a/3", "b/1").forEach(key -> store().put(key, CONTENT, TEXT));

        assertThat(store().list("a/", "", 2)).containsExactly("a/1", "a/2");
        assertThat(store().list("a/", "a/2", 2)).containsExactly("a/3");
        assertThat(store().list("a/", "a/3", 2)).isEmpty();
    }

    @Test
    default void tellsOfWhatItListsHowLargeItIsAndHowOld() {
        store().put("sized/1", CONTENT, TEXT);

        assertThat(store().listObjects("sized/", "", 2)).singleElement().satisfies(object -> {
            assertThat(object.key()).isEqualTo("sized/1");
            assertThat(object.bytes()).isEqualTo(CONTENT.length);
            assertThat(object.modified())
                    .isCloseTo(store().find("sized/1").orElseThrow().modified(), within(1, ChronoUnit.SECONDS));
        });
    }

    @Test
    default void refusesToListNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().list("", "", 0));
    }

    @Test
    default void listsAndDeletesThousands() throws Exception {
        List<String> keys = IntStream.range(0, 5000)
                .mapToObj(number -> "many/%04d".formatted(number))
                .toList();
        Concurrently.call(8, part -> {
            for (int i = part; i < keys.size(); i += 8) {
                store().put(keys.get(i), CONTENT, TEXT);
            }
            return part;
        });
        store().put("other", CONTENT, TEXT);

        assertThat(store().list("many/", "", 10_000)).isEqualTo(keys);
        assertThat(store().list("many/", "", 1500)).isEqualTo(keys.subList(0, 1500));
        assertThat(store().list("many/", "many/2999", 1500)).isEqualTo(keys.subList(3000, 4500));

        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(3));
        store().delete(shuffled);
        assertThat(store().list("", "", 10_000)).containsExactly("other");
    }

    @Test
    default void deletesWhatIsNotThere() {
        store().put("a/b", CONTENT, TEXT);

        store().delete(List.of("a/missing", "a/b", "missing"));
        store().delete(List.of());

        assertThat(store().list("", "", 10)).isEmpty();
    }
}

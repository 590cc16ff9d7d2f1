package io.eventjobs.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LruMapTest {
    private final LruMap<String, Integer> map = new LruMap<>(2);

    @Test
    void forgetsTheEntryThatWasNotUsedForLongest() {
        map.put("a", 1);
        map.put("b", 2);
        map.put("c", 3);

        assertThat(map).containsOnlyKeys("b", "c");
    }

    @Test
    void countsReadingAsUse() {
        map.put("a", 1);
        map.put("b", 2);
        map.get("a");
        map.put("c", 3);

        assertThat(map).containsOnlyKeys("a", "c");
    }

    @Test
    void countsReplacingAndComputingAsUse() {
        map.put("a", 1);
        map.put("b", 2);
        map.put("a", 4);
        map.computeIfAbsent("c", key -> 3);
        assertThat(map).containsOnlyKeys("a", "c");

        map.computeIfAbsent("a", key -> 5);
        map.merge("d", 6, Integer::sum);
        assertThat(map).containsOnlyKeys("a", "d").containsEntry("a", 4);
    }

    @Test
    void refusesACapacityOfZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LruMap<>(0))
                .withMessageContaining("maxEntries")
                .withMessageContaining("0");
    }
}

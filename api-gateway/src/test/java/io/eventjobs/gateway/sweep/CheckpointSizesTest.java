package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointSizesTest {
    private static final Instant TEN = Instant.parse("2026-05-01T10:20:00Z");

    private final CheckpointSizes sizes = new CheckpointSizes();

    @Test
    void aTenantThatKeepsNoMoreThanItMayKeepsAll() {
        sizes.add("a", TEN, 60);
        sizes.add("a", TEN.minus(Duration.ofDays(9)), 40);

        assertThat(sizes.keptSince(100)).isEmpty();
    }

    @Test
    void theNewestAreKeptAsFarAsTheyAreNotTooMuch() {
        sizes.add("a", TEN, 60);
        sizes.add("a", TEN.minus(Duration.ofHours(1)), 40);
        sizes.add("a", TEN.minus(Duration.ofHours(2)), 1);
        sizes.add("a", TEN.minus(Duration.ofDays(9)), 1);
        sizes.add("b", TEN, 100);

        assertThat(sizes.keptSince(100)).isEqualTo(Map.of("a", Instant.parse("2026-05-01T09:00:00Z")));
    }

    @Test
    void anHourThatIsTooMuchByItselfIsNotKept() {
        sizes.add("a", TEN, 101);

        assertThat(sizes.keptSince(100)).isEqualTo(Map.of("a", Instant.parse("2026-05-01T11:00:00Z")));
    }
}

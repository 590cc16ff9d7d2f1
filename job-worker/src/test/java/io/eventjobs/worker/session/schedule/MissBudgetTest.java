package io.eventjobs.worker.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissBudgetTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final MissBudget misses = new MissBudget(Duration.ofMinutes(5));

    @Test
    void letsAPageAskOnceInAPeriod() {
        assertThat(misses.take("a", NOW)).isTrue();
        assertThat(misses.take("a", NOW.plusSeconds(299))).isFalse();
        assertThat(misses.take("a", NOW.plusSeconds(300))).isTrue();
    }

    @Test
    void boundsHowManyPagesAskInVain() {
        for (int page = 0; page < MissBudget.MAX_MISSES; page++) {
            assertThat(misses.take("page " + page, NOW)).isTrue();
        }

        assertThat(misses.take("one more", NOW)).isFalse();
        misses.giveBack("page 3");
        assertThat(misses.take("one more", NOW)).isTrue();
    }
}

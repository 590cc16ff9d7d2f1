package io.eventjobs.worker.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissBudgetTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final MissBudget strangers = new MissBudget(Duration.ofMinutes(5));

    @Test
    void aPageIsAdmittedOnceWithinAWhile() {
        assertThat(strangers.admit("a", NOW)).isTrue();
        assertThat(strangers.admit("a", NOW.plusSeconds(299))).isFalse();
        assertThat(strangers.admit("a", NOW.plusSeconds(300))).isTrue();
    }

    @Test
    void onlySoManyAreAdmittedInVain() {
        for (int page = 0; page < MissBudget.MAX_COUNT; page++) {
            assertThat(strangers.admit("page " + page, NOW)).isTrue();
        }

        assertThat(strangers.admit("one more", NOW)).isFalse();
        strangers.forget("page 3");
        assertThat(strangers.admit("one more", NOW)).isTrue();
    }
}

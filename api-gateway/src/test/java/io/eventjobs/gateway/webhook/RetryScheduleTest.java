package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final Instant BEGUN = Instant.parse("2026-10-03T09:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void threeTriesBeginWithinAMinuteEvenIfTheyTimeOut(long seed) {
        assertThat(tries(seed, TIMEOUT).get(2)).isBeforeOrEqualTo(BEGUN.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void laterOnesFollowWithGrowingPausesUpToADay(long seed) {
        List<Instant> tries = tries(seed, Duration.ZERO);

        assertThat(tries).hasSizeBetween(10, 20);
        assertThat(tries.getLast())
                .isAfter(BEGUN.plus(Duration.ofHours(18)))
                .isBeforeOrEqualTo(BEGUN.plus(Duration.ofHours(24)));
        for (int i = 3; i < 8; i++) {
            assertThat(Duration.between(tries.get(i), tries.get(i + 1)))
                    .isGreaterThan(Duration.between(tries.get(i - 1), tries.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void receiversThatFailTogetherAreNotTriedTogether(long seed) {
        assertThat(tries(seed, Duration.ZERO)).isNotEqualTo(tries(seed + 10, Duration.ZERO));
    }

    private static List<Instant> tries(long seed, Duration each) {
        RetrySchedule schedule = new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(24), new Random(seed));
        List<Instant> tries = new ArrayList<>(List.of(BEGUN));
        Optional<Instant> next = Optional.of(BEGUN);
        while (next.isPresent()) {
            next = schedule.next(tries.size(), BEGUN, tries.getLast().plus(each));
            next.ifPresent(tries::add);
        }
        return tries;
    }
}

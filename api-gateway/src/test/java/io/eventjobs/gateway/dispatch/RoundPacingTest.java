package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundPacingTest {
    private static final long NOW = -5;
    private static final long HALF = RoundPacing.MAX_WAIT.toNanos() / 2;

    private final RoundPacing pacing = new RoundPacing();

    @Test
    void theFirstRoundWaitsForNothing() {
        assertThat(pacing.untilNextRound(1, 48, NOW)).isZero();
    }

    @Test
    void noRoundWaitsWhileHalfOfTheWindowIsFree() {
        pacing.untilNextRound(48, 48, NOW);

        assertThat(pacing.untilNextRound(24, 48, NOW)).isZero();
        assertThat(pacing.untilNextRound(23, 48, NOW)).isEqualTo(RoundPacing.MAX_WAIT);
    }

    @Test
    void theLastPlacesOfAFullWindowWaitForOthersButNotForLong() {
        pacing.untilNextRound(48, 48, NOW);

        assertThat(pacing.untilNextRound(1, 48, NOW + HALF)).isEqualTo(Duration.ofNanos(HALF));
        assertThat(pacing.untilNextRound(1, 48, NOW + 2 * HALF)).isZero();
        assertThat(pacing.untilNextRound(1, 48, NOW + 2 * HALF)).isEqualTo(RoundPacing.MAX_WAIT);
    }

    @Test
    void theOnlySlotOfASmallWorkerIsFilledAtOnce() {
        pacing.untilNextRound(1, 1, NOW);

        assertThat(pacing.untilNextRound(1, 1, NOW)).isZero();
        assertThat(pacing.untilNextRound(1, 2, NOW)).isZero();
    }
}

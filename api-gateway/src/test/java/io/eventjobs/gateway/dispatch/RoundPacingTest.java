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
        assertThat(pacing.untilNextRound(1, 16, NOW)).isZero();
    }

    @Test
    void noRoundWaitsOnceHalfOfWhatIsAheadHasBeenTaken() {
        pacing.untilNextRound(48, 16, NOW);

        assertThat(pacing.untilNextRound(8, 16, NOW)).isZero();
        assertThat(pacing.untilNextRound(7, 16, NOW)).isEqualTo(RoundPacing.MAX_WAIT);
    }

    @Test
    void aRoundForFewWaitsForOthersButNotForLong() {
        pacing.untilNextRound(48, 16, NOW);

        assertThat(pacing.untilNextRound(1, 16, NOW + HALF)).isEqualTo(Duration.ofNanos(HALF));
        assertThat(pacing.untilNextRound(1, 16, NOW + 2 * HALF)).isZero();
        assertThat(pacing.untilNextRound(1, 16, NOW + 2 * HALF)).isEqualTo(RoundPacing.MAX_WAIT);
    }

    @Test
    void noRoundWaitsWhereNothingIsAhead() {
        pacing.untilNextRound(1, 0, NOW);

        assertThat(pacing.untilNextRound(1, 0, NOW)).isZero();
        assertThat(pacing.untilNextRound(1, 1, NOW)).isZero();
    }
}

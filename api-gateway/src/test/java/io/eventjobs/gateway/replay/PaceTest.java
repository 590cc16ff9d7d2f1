package io.eventjobs.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void givesAsManyASecondAsWereAskedFor() {
        int done = 0;
        Pace pace = Pace.from(0);
        for (int millis = 0; millis <= 10_000; millis += 200) {
            pace = pace.at(Duration.ofMillis(millis).toNanos(), 7);
            done += pace.whole();
            pace = pace.spent(pace.whole());
        }

        assertThat(done).isBetween(70, 71);
    }

    @Test
    void aPauseMakesNoBurst() {
        Pace pace = Pace.from(0).at(Duration.ofHours(1).toNanos(), 20);

        assertThat(pace.whole()).isEqualTo(20);
    }
}

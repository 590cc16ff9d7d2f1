package io.eventjobs.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    @Test
    void givesAsManyASecondAsWereAskedFor() {
        int done = 0;
        TokenBucket bucket = TokenBucket.from(0);
        for (int millis = 0; millis <= 10_000; millis += 200) {
            bucket = bucket.refilled(Duration.ofMillis(millis).toNanos(), 7);
            done += bucket.available();
            bucket = bucket.consume(bucket.available());
        }

        assertThat(done).isBetween(70, 71);
    }

    @Test
    void aPauseMakesNoBurst() {
        TokenBucket bucket = TokenBucket.from(0).refilled(Duration.ofHours(1).toNanos(), 20);

        assertThat(bucket.available()).isEqualTo(20);
    }
}

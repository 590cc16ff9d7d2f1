package io.eventjobs.gateway.transition;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Sleeps for a random time below a bound that doubles with each lost attempt, up to {@value #MAX_MILLIS} ms. */
@Component
final class JitteredPause implements ConditionalUpdate.Pause {
    private static final int MAX_MILLIS = 32;

    @Override
    public void afterLosing(int lost) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(boundMillis(lost)));
        } catch (InterruptedException e) {
            // The attempts are bounded anyway; whoever blocks next sees the flag.
            Thread.currentThread().interrupt();
        }
    }

    /** At least one. */
    static int boundMillis(int lost) {
        return lost >= Integer.numberOfTrailingZeros(MAX_MILLIS) ? MAX_MILLIS : 1 << lost;
    }
}

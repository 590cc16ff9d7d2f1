package io.eventjobs.gateway.transition;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Sleeps for a random time up to a bound that doubles with each lost attempt, limited to {@value #MAX_MILLIS} ms. */
@Component
final class JitteredPause implements ConditionalUpdate.Pause {
    private static final int MAX_MILLIS = 32;

    @Override
    public void afterLosing(int lost) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(boundMillis(lost)));
        } catch (InterruptedException e) {
            // The number of attempts is bounded anyway; the next blocking call sees the flag.
            Thread.currentThread().interrupt();
        }
    }

    /** At least one millisecond. */
    static int boundMillis(int lost) {
        return lost >= Integer.numberOfTrailingZeros(MAX_MILLIS) ? MAX_MILLIS : 1 << lost;
    }
}

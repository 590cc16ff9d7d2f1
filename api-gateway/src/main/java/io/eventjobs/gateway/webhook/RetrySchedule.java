package io.eventjobs.gateway.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery is tried again: twice within the first minute, then with exponential backoff and jitter, until it is given up.
 *
 * @param first pause before the second try
 * @param giveUpAfter no try begins later than this after the first one
 */
record RetrySchedule(Duration first, Duration giveUpAfter, RandomGenerator random) {
    private static final int SECOND_PAUSE_FACTOR = 5;
    private static final int BACKOFF_FACTOR = 24;
    private static final Duration MAX_PAUSE = Duration.ofHours(4);
    private static final double JITTER = 0.2;

    /**
     * The time of the next try; empty if the delivery is given up.
     *
     * @param tries how many were made, from 1
     * @param begun when the first was made
     */
    Optional<Instant> next(int tries, Instant begun, Instant now) {
        Instant next = now.plus(pause(tries));
        return next.isAfter(begun.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
    }

    private Duration pause(int tries) {
        return switch (tries) {
            // Shorter rather than longer: the third try must begin within a minute, although two may have timed out.
            case 1 -> first.minus(jitter(first));
            case 2 -> first.multipliedBy(SECOND_PAUSE_FACTOR).minus(jitter(first.multipliedBy(SECOND_PAUSE_FACTOR)));
            default -> backoff(tries);
        };
    }

    private Duration backoff(int tries) {
        long factor = (long) BACKOFF_FACTOR << Math.min(tries - 3, 20);
        Duration pause = first.multipliedBy(factor);
        Duration bounded = pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
        return random.nextBoolean() ? bounded.plus(jitter(bounded)) : bounded.minus(jitter(bounded));
    }

    private Duration jitter(Duration pause) {
        return Duration.ofMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
    }
}

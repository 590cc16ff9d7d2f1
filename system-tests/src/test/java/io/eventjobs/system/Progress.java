package io.eventjobs.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Waits as long as there is progress: a slow machine is given time, but if nothing changes for many leases, the system is stuck and the
 * wait fails.
 */
final class Progress {
    /** How long nothing may change: many times the sum of a lease, a claim deadline and a recovery scan. */
    static final Duration PATIENCE = Cluster.LEASE.multipliedBy(40);

    /** Limit for state that keeps changing without reaching the goal. */
    private static final Duration LIMIT = PATIENCE.multipliedBy(5);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Duration patience;
    private final Duration interval;
    private final LongSupplier nanos;

    Progress(Duration patience, Duration interval, LongSupplier nanos) {
        this.patience = patience;
        this.interval = interval;
        this.nanos = nanos;
    }

    /**
     * Returns the observed state once it satisfies the goal.
     *
     * @param goal description for the failure message
     * @param look observes the state; any difference from earlier observations counts as progress, an exception does not
     * @throws AssertionError if nothing changes for {@link #PATIENCE}
     */
    static <T> T await(String goal, Callable<T> look, Predicate<? super T> isGoal) {
        return new Progress(PATIENCE, INTERVAL, System::nanoTime).until(goal, look, isGoal);
    }

    /** Waits for a condition, which has no intermediate progress. */
    static void await(String goal, Callable<Boolean> condition) {
        await(goal, condition, isTrue -> isTrue);
    }

    /** Checks that a condition holds for this long; fails at once when it does not. */
    static void holds(Duration time, Runnable assertion) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await().atMost(time.plus(LIMIT)).until(() -> {
            assertion.run();
            return System.nanoTime() >= end;
        });
    }

    /** Waits where no change is expected. */
    static void letPass(Duration time) {
        Awaitility.await().atMost(time.plus(LIMIT)).pollDelay(time).until(() -> true);
    }

    <T> T until(String goal, Callable<T> look, Predicate<? super T> isGoal) {
        Observation<T> observation = new Observation<>(goal, look);
        return Awaitility.await(goal)
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(interval)
                .until(observation::next, seen -> seen.filter(isGoal).isPresent())
                .orElseThrow();
    }

    private final class Observation<T> {
        private final String goal;
        private final Callable<T> look;
        private long changed = nanos.getAsLong();
        private @Nullable T last;
        private @Nullable Throwable fault;

        Observation(String goal, Callable<T> look) {
            this.goal = goal;
            this.look = look;
        }

        Optional<T> next() {
            Optional<T> seen = look();
            if (seen.isPresent() && !seen.get().equals(last)) {
                last = seen.get();
                changed = nanos.getAsLong();
            } else if (nanos.getAsLong() - changed > patience.toNanos()) {
                throw new AssertionError(
                        "Waiting until " + goal + ": no progress for " + patience.toSeconds() + " s, last seen: "
                                + last,
                        fault);
            }
            return seen;
        }

        private Optional<T> look() {
            try {
                Optional<T> seen = Optional.of(look.call());
                fault = null;
                return seen;
            } catch (Exception | AssertionError e) {
                fault = e;
                return Optional.empty();
            }
        }
    }
}

package io.eventjobs.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Waits for as long as something still progresses: a slow machine is waited for; a system in which nothing has changed for many
 * leases stands still, and that is a failure.
 */
final class Progress {
    /** How long nothing may change: many times what one lease, one claim deadline and one recovery scan take together. */
    static final Duration PATIENCE = Cluster.LEASE.multipliedBy(40);

    /** What changes for ever without reaching its goal fails, too. */
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
     * What is seen when it is the goal.
     *
     * @param goal what is waited for, for the message of a failure
     * @param look what is seen now; whatever differs from what was seen before is progress, an exception is none
     * @throws AssertionError if nothing has changed for {@link #PATIENCE}
     */
    static <T> T await(String goal, Callable<T> look, Predicate<? super T> isGoal) {
        return new Progress(PATIENCE, INTERVAL, System::nanoTime).until(goal, look, isGoal);
    }

    /** Waits for a single condition, which is no progress before it is true. */
    static void await(String goal, Callable<Boolean> condition) {
        await(goal, condition, isTrue -> isTrue);
    }

    /** Holds this long, whenever it is looked at; fails at once when it does not. */
    static void holds(Duration time, Runnable assertion) {
        long end = System.nanoTime() + time.toNanos();
        Awaitility.await().atMost(time.plus(LIMIT)).until(() -> {
            assertion.run();
            return System.nanoTime() >= end;
        });
    }

    /** Nothing is expected meanwhile. */
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

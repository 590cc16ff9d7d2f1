package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Bounds how often a job repeats calls because translations were not acceptable, and ends all calls after a lasting failure. Thread-safe. */
public final class RepairBudget {
    private final AtomicInteger remaining;
    private final AtomicReference<@Nullable EndpointException> failure = new AtomicReference<>();

    /** @param maxRepairs calls that may be made only because a translation was not acceptable */
    public RepairBudget(int maxRepairs) {
        this.remaining = new AtomicInteger(maxRepairs);
    }

    /** Takes one repair; false if none is left. */
    boolean take() {
        return !isOver() && remaining.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** The service failed in a way that other calls will as well: no further one is to be made. */
    void end(EndpointException lasting) {
        failure.compareAndSet(null, lasting);
    }

    public boolean isOver() {
        return failure.get() != null;
    }

    /** The lasting failure, null if there was none. */
    public @Nullable EndpointException failure() {
        return failure.get();
    }
}

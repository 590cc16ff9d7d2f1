package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How much a job asks again of a service that answers badly, and whether it asks at all any more. Thread-safe. */
public final class RepairBudget {
    private final AtomicInteger repairs;
    private final AtomicReference<@Nullable EndpointException> end = new AtomicReference<>();

    /** @param repairs how many calls may be made only because an answer could not be taken */
    public RepairBudget(int repairs) {
        this.repairs = new AtomicInteger(repairs);
    }

    /** Takes one of the repairs; false when there is none left. */
    boolean repair() {
        return !isOver() && repairs.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** The service failed in a way that other calls will, too. */
    void end(EndpointException failure) {
        end.compareAndSet(null, failure);
    }

    public boolean isOver() {
        return end.get() != null;
    }

    /** Why it is over, null if it is not. */
    public @Nullable EndpointException end() {
        return end.get();
    }
}

package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.background.Ticker;
import io.eventjobs.worker.execution.Slots;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Notices that a worker could have taken jobs for a while and had none. */
public final class IdleWatch implements BackgroundTask {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Slots slots;
    private final BooleanSupplier takesJobs;
    private final Ticker ticker;
    private final @Nullable Duration limit;
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private long since;
    private long started;

    /**
     * Starts watching.
     *
     * @param takesJobs whether the worker could take a job now; time in which it could not does not count
     * @param limit null if the worker never ends by itself
     */
    IdleWatch(Slots slots, BooleanSupplier takesJobs, Ticker ticker, @Nullable Duration limit) {
        this.slots = slots;
        this.takesJobs = takesJobs;
        this.ticker = ticker;
        this.limit = limit;
        this.since = ticker.nanos();
        this.started = slots.started();
    }

    /** Completes when the worker has been idle for the limit. */
    public CompletableFuture<Void> idle() {
        return idle;
    }

    @Override
    public Duration run() {
        long now = ticker.nanos();
        long startedNow = slots.started();
        // A job may begin and end between two rounds.
        if (!takesJobs.getAsBoolean() || slots.busy() > 0 || startedNow != started) {
            since = now;
            started = startedNow;
        } else if (limit != null && now - since >= limit.toNanos()) {
            idle.complete(null);
        }
        return INTERVAL;
    }
}

package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether this worker hears what gateways tell it, and how far it has heard. Outlives the consumer through which it hears: one
 * that replaces a broken one continues where that one was, so no answer to a claim is missed. Thread-safe.
 */
public final class ControlChannel {
    private final Ticker ticker;
    private boolean isOpen;
    private @Nullable Long nextOffset;
    private long heardNanos;

    ControlChannel(Ticker ticker) {
        this.ticker = ticker;
        this.heardNanos = ticker.nanos();
    }

    /** Whether a consumer stands where no control can be missed. A worker that hears nothing must take nothing. */
    public synchronized boolean isOpen() {
        return isOpen;
    }

    /** How long it is since the consumer last asked its broker for controls without failing. */
    public synchronized Duration silence() {
        return Duration.ofNanos(ticker.nanos() - heardNanos);
    }

    /** Where to read on; null before the first consumer. */
    synchronized @Nullable Long nextOffset() {
        return nextOffset;
    }

    /** A consumer has read all up to here. */
    synchronized void heardUpTo(long offset) {
        isOpen = true;
        nextOffset = offset;
        heardNanos = ticker.nanos();
    }

    synchronized void close() {
        isOpen = false;
    }
}

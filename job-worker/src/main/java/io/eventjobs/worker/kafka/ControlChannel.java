package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether this worker receives control messages, and up to which offset. Outlives its consumers: a consumer that replaces a failed one
 * continues at its offset, so that no answer to a claim is missed. Thread-safe.
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

    /** Whether a consumer is positioned so that no control message can be missed. While it is closed, the worker must take no commands. */
    public synchronized boolean isOpen() {
        return isOpen;
    }

    /** The time since the consumer last polled its broker successfully. */
    public synchronized Duration silence() {
        return Duration.ofNanos(ticker.nanos() - heardNanos);
    }

    /** Where to continue reading; null before the first consumer. */
    synchronized @Nullable Long nextOffset() {
        return nextOffset;
    }

    /** A consumer has read everything before this offset. */
    synchronized void readUpTo(long offset) {
        isOpen = true;
        nextOffset = offset;
        heardNanos = ticker.nanos();
    }

    synchronized void close() {
        isOpen = false;
    }
}

package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** When all records are scanned: at regular intervals, and on request. */
final class ScanSchedule {
    private final Duration interval;
    private final Ticker ticker;
    private final Signal signal;
    private final AtomicBoolean requested = new AtomicBoolean();
    private long lastNanos;

    /** @param signal raised when a scan is requested */
    ScanSchedule(Duration interval, Ticker ticker, Signal signal) {
        this.interval = interval;
        this.ticker = ticker;
        this.signal = signal;
        this.lastNanos = ticker.nanos();
    }

    Signal signal() {
        return signal;
    }

    /** Requests a scan. May be called by any thread. */
    void request() {
        requested.set(true);
        signal.raise();
    }

    /** Whether a scan is due; if so, it counts as started. Called by the scanning thread only. */
    boolean begins() {
        boolean due = requested.getAndSet(false) || ticker.nanos() - lastNanos >= interval.toNanos();
        if (due) {
            lastNanos = ticker.nanos();
        }
        return due;
    }
}

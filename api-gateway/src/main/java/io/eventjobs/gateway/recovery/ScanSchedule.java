package io.eventjobs.gateway.recovery;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** When all records are looked through: at regular intervals, and when somebody asks for it. */
final class ScanSchedule {
    private final Duration interval;
    private final Ticker ticker;
    private final Signal signal;
    private final AtomicBoolean requested = new AtomicBoolean();
    private long lastNanos;

    /** @param signal raised when a scan is due at once */
    ScanSchedule(Duration interval, Ticker ticker, Signal signal) {
        this.interval = interval;
        this.ticker = ticker;
        this.signal = signal;
        this.lastNanos = ticker.nanos();
    }

    Signal signal() {
        return signal;
    }

    /** A scan is due at once. Any thread. */
    void request() {
        requested.set(true);
        signal.raise();
    }

    /** Whether a scan is due; it then begins now. For the one thread that scans. */
    boolean begins() {
        boolean due = requested.getAndSet(false) || ticker.nanos() - lastNanos >= interval.toNanos();
        if (due) {
            lastNanos = ticker.nanos();
        }
        return due;
    }
}

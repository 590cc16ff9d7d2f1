package io.eventjobs.worker.background;

/** A monotonic clock in nanoseconds, for leases and deadlines: wall clocks jump. Only differences mean anything. */
@FunctionalInterface
public interface Ticker {
    Ticker SYSTEM = System::nanoTime;

    long nanos();
}

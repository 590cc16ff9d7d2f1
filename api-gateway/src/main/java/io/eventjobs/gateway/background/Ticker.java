package io.eventjobs.gateway.background;

/** A monotonic clock in nanoseconds, for leases and deadlines, since wall clocks can jump. Only differences are meaningful. */
@FunctionalInterface
public interface Ticker {
    Ticker SYSTEM = System::nanoTime;

    long nanos();
}

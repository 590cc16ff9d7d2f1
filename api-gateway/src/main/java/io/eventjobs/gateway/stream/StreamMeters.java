package io.eventjobs.gateway.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts open streams, and those that were ended because their readers were too slow. Thread-safe. */
final class StreamMeters {
    private final AtomicInteger open;
    private final Counter cut;

    StreamMeters(MeterRegistry registry) {
        this.open = registry.gauge("event_jobs.streams.open", new AtomicInteger());
        this.cut = registry.counter("event_jobs.streams.cut");
    }

    void open(int count) {
        open.set(count);
    }

    void cut() {
        cut.increment();
    }
}

package io.eventjobs.worker.metrics;

import io.eventjobs.worker.session.parser.ParserEnd;
import io.eventjobs.worker.session.parser.ParserListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts the starts of parser processes, and their ends by reason. Thread-safe. */
final class ParserMeters implements ParserListener {
    private final Counter starts;
    private final Map<ParserEnd, Counter> ends = new EnumMap<>(ParserEnd.class);

    ParserMeters(MeterRegistry meters) {
        this.starts = meters.counter("event_jobs_worker_parser_starts");
        for (ParserEnd end : ParserEnd.values()) {
            ends.put(end, meters.counter("event_jobs_worker_parser_ends", "reason", end.word()));
        }
    }

    @Override
    public void started() {
        starts.increment();
    }

    @Override
    public void ended(ParserEnd end) {
        Objects.requireNonNull(ends.get(end)).increment();
    }
}

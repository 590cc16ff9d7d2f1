package io.eventjobs.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.session.parser.ParserEnd;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ParserMetersTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ParserMeters counts = new ParserMeters(meters);

    @Test
    void countsStartsAndEndsByReason() {
        counts.started();
        counts.ended(ParserEnd.OUT_OF_MEMORY);

        assertThat(meters.get("event_jobs_worker_parser_starts").counter().count())
                .isEqualTo(1);
        assertThat(ends("out_of_memory")).isEqualTo(1);
        assertThat(ends("crashed")).isZero();
    }

    private double ends(String reason) {
        return meters.get("event_jobs_worker_parser_ends")
                .tag("reason", reason)
                .counter()
                .count();
    }
}

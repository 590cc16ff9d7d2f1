package io.eventjobs.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ProgressLineTest {
    private final StringWriter out = new StringWriter();
    private long now;

    @Test
    void aBatchShowsItsRateAndTheTimeLeft() {
        ProgressLine line = line(false);
        line.show(batch(0));
        pass(Duration.ofSeconds(30));
        line.show(batch(60));

        assertThat(out.toString().lines())
                .last()
                .asString()
                .contains("60 of 240 completed, 3 running, 0 failed, 2.0 jobs/s, 90 s left");
    }

    @Test
    void aSlowBatchIsMeasuredInMinutes() {
        ProgressLine line = line(false);
        line.show(batch(0));
        pass(Duration.ofSeconds(60));
        line.show(batch(2));

        assertThat(out.toString()).contains("2.0 jobs/min, 119 min left");
    }

    @Test
    void elsewhereThanOnATerminalALineComesEveryFewSecondsAndAtTheEnd() {
        ProgressLine line = line(false);
        for (int done = 0; done <= 240; done++) {
            line.show(batch(done));
            pass(Duration.ofMillis(100));
        }
        line.end();

        assertThat(out.toString().lines())
                .hasSizeBetween(5, 7)
                .last()
                .asString()
                .contains("240 of 240 completed");
        assertThat(out.toString()).doesNotContain("\r", "\u001b");
    }

    @Test
    void aTerminalsLineIsRedrawnWithoutRestsOfTheLongerOne() {
        ProgressLine line = line(true);
        line.showBytes(5_000_000, 0);
        line.showBytes(5, 0);

        assertThat(out).hasToString("\r5000 kB\r0 kB   ");
    }

    @Test
    void aTransferShowsItsSize() {
        ProgressLine line = line(false);
        line.showBytes(0, 100_000_000);
        pass(Duration.ofSeconds(10));
        line.showBytes(50_000_000, 100_000_000);

        assertThat(out.toString()).contains("50 MB of 100 MB, 5000 kB/s, 10 s left");
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(new PrintWriter(out, true), terminal, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static JsonNode batch(int completed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("job_count", 240)
                .put("completed_count", completed)
                .put("processing_count", 3);
    }
}

package io.eventjobs.standalone.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerCostTest {
    private static final String METRICS =
            """
            # HELP process_cpu_time_ns_total The "cpu time" used by the process
            # TYPE process_cpu_time_ns_total counter
            process_cpu_time_ns_total 2.5E9
            process_uptime_seconds 12.5
            jvm_gc_memory_allocated_bytes_total 1.0E6
            jvm_memory_used_bytes{area="heap",id="Eden Space"} 200000.0
            jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 7.0E7
            event_jobs_events_total{type="job.completed"} 90.0
            event_jobs_events_total{type="job.failed"} 1.0
            event_jobs_events_total{type="job.started"} 95.0
            """;

    @Test
    void readsWhatTheMetricsSay() {
        assertThat(ServerMetrics.of(METRICS))
                .isEqualTo(new ServerMetrics(
                        Optional.of(2.5), Optional.of(1_200_000.0), Optional.of(12.5), Optional.of(91.0)));
    }

    @Test
    void whatTheMetricsDoNotSayIsUnknown() {
        assertThat(ServerMetrics.of("jvm_gc_memory_allocated_bytes_total 1.0E6\n"))
                .as("without an eden, what was allocated since the last collection is unknown")
                .isEqualTo(new ServerMetrics(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void isTheDifferenceOfTwoReadingsByJob() {
        ServerCost cost = ServerCost.between(reading(2, 1_024_000, 10), reading(5, 3_072_000, 14), 1_000);

        assertThat(cost).isEqualTo(new ServerCost(3.0, 0.75, 2.0));
    }

    @Test
    void isUnknownIfTheServerWasStartedAnewInBetween() {
        assertThat(ServerCost.between(reading(5, 3_072_000, 14), reading(2, 1_024_000, 10), 1_000))
                .isEqualTo(new ServerCost(null, null, null));
    }

    @Test
    void isUnknownWithoutJobs() {
        assertThat(ServerCost.between(reading(2, 1, 10), reading(5, 2, 14), 0))
                .isEqualTo(new ServerCost(null, null, null));
    }

    private static ServerMetrics reading(double cpuSeconds, double bytes, double uptime) {
        return new ServerMetrics(Optional.of(cpuSeconds), Optional.of(bytes), Optional.of(uptime), Optional.of(0.0));
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The trace of a job, from the request to the event of its end, as a collector receives it. */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "processes with settings of their own are started")
class TracesIT {
    @TempDir
    Path folder;

    private TestSite site;
    private TraceCollector collector;
    private Cluster cluster;

    @BeforeEach
    void start() throws IOException {
        site = TestSite.start();
        collector = TraceCollector.start();
        cluster = Cluster.withoutServices(folder);
        cluster.set("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
        cluster.set("OTEL_BSP_SCHEDULE_DELAY", "200");
    }

    @AfterEach
    void stop() {
        cluster.close();
        collector.close();
        site.close();
    }

    @Test
    void anAttemptIsOneTraceThroughGatewayAndWorkerAndTheRequestLinksToIt() {
        Gateway gateway = cluster.up("up");
        cluster.awaitReady(1);

        JsonNode job = gateway.awaitFinished(
                gateway.submitWithSlides("Traced", site.address("/traced"), site.address("/traced/slides.pdf")));
        assertThat(job.path("status").asString()).isEqualTo("completed");
        TraceCollector.Received published = await().atMost(Duration.ofSeconds(30))
                .until(() -> collector.find("publish job.completed"), Optional::isPresent)
                .orElseThrow();

        List<TraceCollector.Received> trace = collector.ofTrace(published.traceId());
        assertThat(trace)
                .extracting(TraceCollector.Received::name)
                .contains(
                        "attempt",
                        "dispatch",
                        "project claimed",
                        "execute session",
                        "fetching_page",
                        "fetch",
                        "store put",
                        "project completed",
                        "publish job.completed");
        assertThat(parentOf(trace, "dispatch")).isEqualTo("attempt");
        assertThat(parentOf(trace, "project claimed")).isEqualTo("dispatch");
        assertThat(parentOf(trace, "execute session")).isEqualTo("project claimed");
        assertThat(parentOf(trace, "fetching_page")).isEqualTo("execute session");
        assertThat(parentOf(trace, "project completed")).isEqualTo("execute session");
        assertThat(span(trace, "execute session").service()).isEqualTo("event-jobs-worker");
        assertThat(span(trace, "dispatch").service()).isEqualTo("event-jobs-gateway");
        assertThat(collector.find("POST /api/event-job/jobs").orElseThrow().links())
                .containsExactly(published.traceId());
    }

    private static String parentOf(List<TraceCollector.Received> trace, String name) {
        String parent = span(trace, name).parent();
        return trace.stream()
                .filter(span -> span.spanId().equals(parent))
                .map(TraceCollector.Received::name)
                .findFirst()
                .orElse("none of this trace");
    }

    private static TraceCollector.Received span(List<TraceCollector.Received> trace, String name) {
        return trace.stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Workers that take short jobs ahead of their slots (ADR 46). */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "the workers are what is tested")
class PrefetchIT {
    private static final int SHORT_JOBS = 300;
    private static final int LONG_MILLIS = 60_000;

    @TempDir
    Path folder;

    private Cluster cluster;
    private Gateway gateway;

    @BeforeEach
    void start() {
        cluster = Cluster.withServices(folder);
        gateway = cluster.gateway("gateway");
        cluster.worker("small", 2);
        cluster.worker("large", 6);
        cluster.awaitReady(2);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void longJobsThatFollowShortOnesAreDoneByWhoeverHasASlotForThem() {
        String batch = Gateway.data(gateway.post("/api/jobs/batch", noops()), 201)
                .path("batch_id")
                .asString();
        Progress.await("a worker takes jobs ahead", this::prefetch, prefetch -> prefetch > 0);
        gateway.awaitBatch(batch, "completed");

        List<String> jobs = new ArrayList<>();
        IntStream.range(0, 8).forEach(i -> jobs.add(gateway.submitNoop(LONG_MILLIS)));

        Progress.await(
                "each slot has one job", this::jobsByWorker, held -> held.equals(Map.of("2 slots", 2, "6 slots", 6)));
        for (String job : jobs) {
            assertThat(gateway.job(job).path("attempt").asInt()).isOne();
        }
    }

    private int prefetch() {
        return workers().stream()
                .mapToInt(worker -> worker.path("prefetch").asInt())
                .sum();
    }

    private Map<String, Integer> jobsByWorker() {
        return workers().stream()
                .collect(Collectors.toMap(
                        worker -> worker.path("slots").asInt() + " slots",
                        worker -> worker.path("jobs").size(),
                        Integer::sum,
                        TreeMap::new));
    }

    private List<JsonNode> workers() {
        List<JsonNode> workers = new ArrayList<>();
        Gateway.data(gateway.get("/api/ops/queue"), 200).path("workers").forEach(workers::add);
        return workers;
    }

    private static String noops() {
        String job = "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"Test Conference\"}}";
        return IntStream.range(0, SHORT_JOBS)
                .mapToObj(i -> job)
                .collect(Collectors.joining(",", "{\"batch_name\":\"short\",\"jobs\":[", "]}"));
    }
}

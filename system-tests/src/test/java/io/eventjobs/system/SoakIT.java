package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Many sessions on two gateways and three workers of which one is killed every few seconds, at random, by a seed that is
 * printed; the services are killed once. Then all guarantees are asked for.
 */
@Tag("soak")
class SoakIT {
    private static final Logger LOG = LoggerFactory.getLogger(SoakIT.class);
    private static final List<String> VICTIMS = List.of("worker-1", "worker-2", "worker-3", "gateway-1", "gateway-2");
    private static final int BATCH = 100;
    private static final int FAILING = 50;

    private final long seed = Long.getLong("soak.seed", 1);
    private final int jobs = Integer.getInteger("soak.jobs", 400);

    @Test
    void nothingIsLostAndNothingIsDoubledWhateverDies(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        LOG.warn("Soak with seed {} and {} jobs", seed, jobs);
        try (TestSite site = TestSite.start();
                Cluster cluster = Cluster.withServices(folder)) {
            Gateway one = cluster.gateway("gateway-1");
            cluster.gateway("gateway-2");
            IntStream.rangeClosed(1, 3).forEach(number -> cluster.worker("worker-" + number, 4));
            cluster.awaitReady(3);

            List<String> batches = IntStream.range(0, jobs / BATCH)
                    .mapToObj(number -> submit(one, site, "/soak/" + number, BATCH))
                    .toList();
            List<String> accepted = batches.stream()
                    .flatMap(batch -> jobsOf(one, batch).stream())
                    .toList();
            hurt(cluster, one, batches);

            Guarantees guarantees = new Guarantees(one, new Messages(cluster.address("EVENT_JOBS_KAFKA")));
            assertThat(accepted).hasSize(jobs);
            guarantees.noAcceptedJobIsLost(accepted);
            guarantees.exactlyOneExecutionWon(accepted);
            guarantees.everyArchiveIsWhole(accepted);
            guarantees.eachTransitionWasPublishedOnceInOrder(accepted);
            batches.forEach(guarantees::countsAreThoseOfTheJobs);
            replay(one, site);
        }
    }

    /** Until everything is done, or for five minutes. */
    private void hurt(Cluster cluster, Gateway gateway, List<String> batches) {
        Random random = new Random(seed);
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        int round = 0;
        while (System.nanoTime() < end && !areDone(gateway, batches)) {
            String victim = round++ == 2 ? "services" : VICTIMS.get(random.nextInt(VICTIMS.size()));
            LOG.warn("Killing {}", victim);
            cluster.kill(victim);
            pause(Duration.ofMillis(500 + random.nextInt(1_500)));
            cluster.start(victim);
            pause(Duration.ofMillis(4_000 + random.nextInt(4_000)));
        }
        cluster.awaitReady(3);
    }

    private static boolean areDone(Gateway gateway, List<String> batches) {
        try {
            return batches.stream()
                    .allMatch(batch ->
                            gateway.batch(batch).path("status").asString().equals("completed"));
        } catch (RuntimeException | AssertionError e) {
            // The gateway that is asked may be the one that was killed.
            return false;
        }
    }

    /** Fifty fail, are replayed by filter after a dry run, and all succeed. */
    private static void replay(Gateway gateway, TestSite site) {
        site.breakAgain();
        String batch = submit(gateway, site, "/broken/soak", FAILING);
        gateway.awaitBatch(batch, "failed");
        site.repair();
        String filter = "{\"filter\":{\"batch_id\":\"" + batch + "\"},\"rate_per_second\":50,\"dry_run\":";
        String address = "/api/ops/dead-letters/replay";
        JsonNode dry = Gateway.data(gateway.post(address, filter + "true}"), 200);
        assertThat(dry.path("replayed_count").asInt()).isEqualTo(FAILING);

        String replay = Gateway.data(gateway.post(address, filter + "false}"), 201)
                .path("replay_id")
                .asString();
        gateway.awaitBatch(batch, "completed");
        JsonNode done = Gateway.data(gateway.get("/api/ops/replays/" + replay), 200);
        assertThat(done.path("replayed_count").asInt()).isEqualTo(FAILING);
        assertThat(gateway.batch(batch).path("completed_count").asInt()).isEqualTo(FAILING);
    }

    private static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    private static List<String> jobsOf(Gateway gateway, String batch) {
        JsonNode page = Gateway.data(gateway.get("/api/event-job/batches/" + batch + "/jobs?limit=500"), 200);
        List<String> ids = new ArrayList<>();
        page.path("jobs").forEach(job -> ids.add(job.path("job_id").asString()));
        return ids;
    }

    private static String submit(Gateway gateway, TestSite site, String path, int jobs) {
        String body = IntStream.range(0, jobs)
                .mapToObj(i -> Gateway.job("Session " + i, site.address(path + "/" + i)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Soak\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * Many sessions on two gateways and three workers while faults are injected at random, from a seed that is printed: processes are killed,
 * frozen, stopped, disconnected, or sent invalid messages. The services are certain to be killed once, and new sessions are submitted
 * throughout. Then all guarantees are checked.
 */
@Tag("soak")
class SoakIT {
    private static final Logger LOG = LoggerFactory.getLogger(SoakIT.class);
    private static final int BATCH = 100;
    private static final int MORE_EACH_ROUND = 20;
    private static final int FAILING = 50;

    private final long seed = Long.getLong("soak.seed", 1);
    private final int jobs = Integer.getInteger("soak.jobs", 400);
    private final Duration max = Duration.ofMinutes(Integer.getInteger("soak.minutes", 3));

    @Test
    void noJobIsLostOrCompletedTwice(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        LOG.warn("Soak with {} jobs; -Dsoak.seed={} injects the same faults again", jobs, seed);
        try (TestSite site = TestSite.start();
                FaultInjector injector = FaultInjector.start(folder, seed)) {
            Gateway gateway = injector.gateway();
            List<String> batches = new ArrayList<>();
            for (int number = 0; number < jobs / BATCH; number++) {
                batches.add(submit(gateway, site, "/soak/" + number, BATCH));
            }
            long end = System.nanoTime() + max.toNanos();
            for (int round = 0; round < FaultInjector.MIN_ROUNDS || System.nanoTime() < end; round++) {
                batches.add(submit(gateway, site, "/soak/round-" + round, MORE_EACH_ROUND));
                injector.injectFault(round);
            }
            injector.awaitRecovery();

            Guarantees guarantees = new Guarantees(gateway, injector.messages());
            List<String> accepted = batches.stream()
                    .flatMap(batch -> jobsOf(gateway, batch).stream())
                    .toList();
            assertThat(accepted).hasSize(jobs + (batches.size() - jobs / BATCH) * MORE_EACH_ROUND);
            guarantees.noAcceptedJobIsLost(accepted);
            guarantees.exactlyOneExecutionWon(accepted);
            guarantees.everyArchiveIsWhole(accepted);
            guarantees.eachTransitionWasPublishedOnceInOrder(accepted);
            batches.forEach(guarantees::countsAreThoseOfTheJobs);
            LOG.warn("Nothing lost, nothing doubled: {} jobs in {} batches", accepted.size(), batches.size());
            replay(gateway, site);
        }
    }

    /** Fifty jobs fail, are replayed by filter after a dry run, and all succeed. */
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
        Progress.await(
                "all are replayed and completed",
                () -> List.of(
                        Gateway.data(gateway.get("/api/ops/replays/" + replay), 200)
                                .path("replayed_count")
                                .asInt(),
                        gateway.batch(batch).path("completed_count").asInt()),
                List.of(FAILING, FAILING)::equals);
    }

    private static List<String> jobsOf(Gateway gateway, String batch) {
        JsonNode page = Gateway.data(gateway.get("/api/event-job/batches/" + batch + "/jobs?limit=500"), 200);
        List<String> ids = new ArrayList<>();
        page.path("jobs").forEach(job -> ids.add(job.path("job_id").asString()));
        return ids;
    }

    /** Like a client that does not know whether its request arrived: repeats it with the same key until there is a response. */
    private static String submit(Gateway gateway, TestSite site, String path, int jobs) {
        String body = IntStream.range(0, jobs)
                .mapToObj(i -> Gateway.job("Session " + i, site.address(path + "/" + i)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Soak\",\"jobs\":[", "]}"));
        String[] headers = {"Content-Type", "application/json", "Idempotency-Key", path};
        return Progress.await(
                path + " is accepted",
                () -> Gateway.data(gateway.send("POST", "/api/event-job/batches", body, headers), 201)
                        .path("batch_id")
                        .asString(),
                batch -> true);
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways and two workers with more slots than a host is asked for at once. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolitenessIT {
    private static final int PARALLEL = 3;

    private TestSite site;
    private Cluster cluster;
    private Gateway one;
    private Gateway two;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        cluster.through("EVENT_JOBS_HOSTS_MAX_CONCURRENT", "" + PARALLEL);
        cluster.through("EVENT_JOBS_RETRY_MIN_DEFERRAL", "1s");
        one = cluster.gateway("gateway-1");
        two = cluster.gateway("gateway-2");
        cluster.worker("worker-1", 6, "--allow-private-host", "localhost");
        cluster.worker("worker-2", 6, "--allow-private-host", "localhost");
        cluster.awaitReady(2);
        guarantees = new Guarantees(two, new Messages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterAll
    void stop() {
        cluster.close();
        site.close();
    }

    @Test
    void howeverManyJobsAHostHasItIsAskedByAFewAtOnceAndKeepsNobodyBack() {
        List<String> crowd = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            crowd.add((i % 2 == 0 ? one : two).submit("Crowd " + i, site.address("/crowd/" + i)));
        }
        String other = one.submit("Elsewhere", site.address("/elsewhere").replace("127.0.0.1", "localhost"));

        guarantees.noAcceptedJobIsLost(List.of(other));
        assertThat(crowd).anyMatch(id -> !two.job(id).path("status").asString().equals("completed"));
        guarantees.noAcceptedJobIsLost(crowd);
        assertThat(site.maxAtOnce()).isEqualTo(PARALLEL);
    }

    @Test
    void aHostThatAsksToWaitIsLeftAloneByAllJobs() {
        site.throttle(Duration.ofSeconds(6));
        String told = one.submit("Told", site.address("/throttled/first"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        one.job(told).path("error").path("code").asString("").equals("HTTP_THROTTLED"));
        long start = System.nanoTime();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add((i % 2 == 0 ? one : two).submit("Other " + i, site.address("/throttled/other-" + i)));
        }

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> site.requests("/throttled/other-0")
                                + site.requests("/throttled/other-1")
                                + site.requests("/throttled/other-5")
                        == 0);
        guarantees.noAcceptedJobIsLost(others);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void aGatewayThatIsKilledLeavesNoHostFull() {
        site.closeGate();
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            jobs.add((i % 2 == 0 ? one : two).submit("Gated " + i, site.address("/gated/polite/" + i)));
        }
        cluster.kill("gateway-1");
        site.openGate();

        guarantees.noAcceptedJobIsLost(jobs);
        cluster.start("gateway-1");
        cluster.awaitReady(2);
    }
}

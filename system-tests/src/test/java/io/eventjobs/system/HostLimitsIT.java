package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways and two workers with more slots than one host's limit. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostLimitsIT {
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
        cluster.set("EVENT_JOBS_HOSTS_MAX_CONCURRENT", "" + PARALLEL);
        cluster.set("EVENT_JOBS_RETRY_MIN_DEFERRAL", "1s");
        one = cluster.gateway("gateway-1");
        two = cluster.gateway("gateway-2");
        cluster.worker("worker-1", 6, "--allow-private-host", "localhost");
        cluster.worker("worker-2", 6, "--allow-private-host", "localhost");
        cluster.awaitReady(2);
        guarantees = new Guarantees(two, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterEach
    void openGate() {
        site.openGate();
    }

    @AfterAll
    void stop() {
        cluster.close();
        site.close();
    }

    @Test
    void aHostsLimitHoldsWithoutDelayingJobsOfOtherHosts() {
        site.closeGate();
        List<String> crowd = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            crowd.add((i % 2 == 0 ? one : two).submit("Crowd " + i, site.address("/gated/crowd/" + i)));
        }
        String other = one.submit("Elsewhere", site.address("/elsewhere").replace("127.0.0.1", "localhost"));

        guarantees.noAcceptedJobIsLost(List.of(other));
        site.openGate();
        guarantees.noAcceptedJobIsLost(crowd);
        assertThat(site.maxAtOnce()).isEqualTo(PARALLEL);
    }

    @Test
    void aHostThatAsksToWaitIsLeftAloneByAllJobs() {
        site.throttle(Cluster.LEASE.multipliedBy(5));
        String told = one.submit("Told", site.address("/throttled/first"));
        one.awaitError(told, "HTTP_THROTTLED");
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add((i % 2 == 0 ? one : two).submit("Other " + i, site.address("/throttled/other-" + i)));
        }
        assertThat(site.isThrottling())
                .as("all jobs are submitted while the host asks for a pause")
                .isTrue();

        guarantees.noAcceptedJobIsLost(others);
        for (int i = 0; i < others.size(); i++) {
            assertThat(site.refusals("/throttled/other-" + i)).isZero();
        }
    }

    @Test
    void aKilledGatewayLeavesNoPermitsBehind() {
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

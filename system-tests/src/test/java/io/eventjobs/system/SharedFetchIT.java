package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Two workers with one slot each: two jobs at the same moment are in two processes. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedFetchIT {
    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        gateway = cluster.gateway("gateway");
        cluster.worker("worker-1", 1);
        cluster.worker("worker-2", 1);
        cluster.awaitReady(2);
    }

    @AfterAll
    void stop() {
        cluster.close();
        site.close();
    }

    @Test
    void twoJobsOfOneSessionOnTwoWorkersAskForThePageOnce() {
        site.closeGate();
        List<String> jobs = List.of(submit(), submit());
        jobs.forEach(this::awaitFetching);
        assertThat(workersOf(jobs)).hasSize(2);

        site.openGate();

        assertThat(jobs).allSatisfy(job -> assertThat(
                        gateway.awaitFinished(job).path("status").asString())
                .isEqualTo("completed"));
        assertThat(site.requests("/gated/shared")).isOne();
        assertThat(site.fetches("/shared/slides.pdf")).isOne();
        assertThat(archive(jobs.getLast())).isEqualTo(archive(jobs.getFirst()));
    }

    private String submit() {
        return gateway.submitWithSlides("Shared", site.address("/gated/shared"), site.address("/shared/slides.pdf"));
    }

    private void awaitFetching(String job) {
        Progress.await(
                job + " is fetching the page",
                () -> gateway.job(job).path("progress").path("step").asString(""),
                step -> step.equals("fetching_page"));
    }

    private Set<String> workersOf(List<String> jobs) {
        return jobs.stream()
                .map(job -> gateway.job(job)
                        .path("executions")
                        .get(0)
                        .path("worker_id")
                        .asString())
                .collect(Collectors.toSet());
    }

    private byte[] archive(String job) {
        return gateway.get("/api/event-job/jobs/" + job + "/download-archive").body();
    }
}

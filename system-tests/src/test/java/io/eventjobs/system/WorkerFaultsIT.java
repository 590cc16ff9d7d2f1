package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Workers without memory, without disk space, or with a wrong clock. The test of a full disk requires permission to mount one. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerFaultsIT {
    private static final Duration WRONG_BY = Duration.ofHours(1);

    private final FaultLog log = new FaultLog();
    private Path folder;
    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path temporary) {
        folder = temporary;
        site = TestSite.start();
        cluster = Cluster.withServices(temporary);
        cluster.set("EVENT_JOBS_RETRY_MIN_DEFERRAL", "2s");
        cluster.set("EVENT_JOBS_RETRY_MAX_DELAY", "2s");
        gateway = cluster.gateway("gateway-1");
        guarantees = new Guarantees(gateway, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterEach
    void open() {
        site.openGate();
        cluster.killAll("starved", "fed", "cramped", "poisoned", "slow-clock", "fast-clock");
    }

    @AfterAll
    void stop() {
        log.write(FaultLog.TABLE);
        cluster.close();
        site.close();
    }

    @Test
    void aWorkerThatRunsOutOfMemoryEndsAndAnotherHasItsJobs() throws Exception {
        cluster.worker("starved", 2);
        cluster.awaitReady(1);
        site.closeGate();
        String job = gateway.submit("Out of memory", site.address("/gated/memory"));
        gateway.awaitStatus(job, "processing");
        cluster.worker("fed", 2);
        cluster.awaitReady(2);

        long start = System.nanoTime();
        VirtualMachine machine = VirtualMachine.attach(Long.toString(cluster.pid("starved")));
        Thread.ofVirtual().start(() -> fillMemory(machine));
        assertThat(cluster.awaitEnd("starved")).isTrue();
        Progress.await(
                job + " has another execution",
                () -> gateway.job(job).path("executions").size(),
                executions -> executions >= 2);
        Duration recovery = since(start);
        site.openGate();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        assertThat(gateway.job(job).path("attempt").asInt()).isOne();
        log.add("worker out of memory", "it exits; another gets its jobs; no attempt spent", recovery);
    }

    @Test
    void aWorkerWhoseDiskIsFullDefersItsJobsUntilThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()))
                .as("permitted to mount a small disk")
                .isZero();
        try {
            cluster.set("EVENT_JOBS_WORKER_WORK_FOLDER", disk.toString());
            cluster.worker("cramped", 2);
            cluster.awaitReady(1);
            Path ballast = fill(disk);

            String job = gateway.submit("No room", site.address("/no-room"));
            gateway.awaitError(job, "WORKER_DISK_FULL");
            long start = System.nanoTime();
            Files.delete(ballast);

            guarantees.noAcceptedJobIsLost(Set.of(job));
            JsonNode done = gateway.job(job);
            assertThat(done.path("attempt").asInt()).isOne();
            guarantees.everyArchiveIsWhole(Set.of(job));
            log.add("worker's disk full", "deferred, no attempt spent; completes once there is space", since(start));
        } finally {
            cluster.killAll("cramped");
            cluster.set("EVENT_JOBS_WORKER_WORK_FOLDER", folder.toString());
            run("umount", "-l", disk.toString());
        }
    }

    /** The page's host kills the worker whenever it asks for the page, as a hostile file would. */
    @Test
    void aJobThatEndsItsWorkersFailsAndItsNeighboursComplete() {
        String poisonPage = "/gated/poison";
        site.closeGate();
        cluster.worker("poisoned", 3);
        cluster.awaitReady(1);
        long start = System.nanoTime();
        String poison = gateway.submit("Poison", site.address(poisonPage));
        Set<String> neighbours = Set.of(gateway.submitNoop(8_000), gateway.submitNoop(8_000));
        for (int lost = 1; lost <= 5; lost++) {
            int requests = lost;
            Progress.await(
                    "the worker has started the job for the " + requests + ". time",
                    () -> site.requests(poisonPage),
                    seen -> seen >= requests);
            cluster.kill("poisoned");
            cluster.start("poisoned");
        }

        gateway.awaitStatus(poison, "failed");
        gateway.awaitError(poison, "WORKER_LOST");
        guarantees.noAcceptedJobIsLost(neighbours);
        assertThat(neighbours).allSatisfy(neighbour -> assertThat(
                        gateway.job(neighbour).path("status").asString())
                .isEqualTo("completed"));
        log.add(
                "a job that ends its worker, two others beside it",
                "after two lost workers each runs alone; the others complete, it fails after three more",
                since(start));
    }

    @Test
    void wrongClocksChangeNeitherLeasesNorOrder() {
        cluster.defineWorker("slow-clock", 2);
        cluster.startWithClock("slow-clock", WRONG_BY.negated());
        cluster.defineGateway("fast-clock");
        cluster.startWithClock("fast-clock", WRONG_BY);
        cluster.awaitReady(1);
        site.closeGate();
        long start = System.nanoTime();
        String job = gateway.submit("Wrong clocks", site.address("/gated/clocks"));
        gateway.awaitStatus(job, "processing");
        Progress.holds(
                Cluster.LEASE.multipliedBy(2),
                () -> assertThat(gateway.job(job).path("executions").size()).isOne());
        site.openGate();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        guarantees.exactlyOneExecutionWon(Set.of(job));
        guarantees.eachTransitionWasPublishedOnceInOrder(Set.of(job));
        log.add(
                "worker clock an hour slow, gateway clock an hour fast",
                "no lease is lost within two leases; events in order",
                since(start));
    }

    private static void fillMemory(VirtualMachine machine) {
        try {
            machine.loadAgent(MemoryHog.jar().toString());
        } catch (Exception e) {
            // The JVM ends during the call.
            return;
        }
    }

    /** Writes until the disk is full; returns the file that fills it. */
    private static Path fill(Path disk) {
        Path ballast = disk.resolve("ballast");
        byte[] block = new byte[4096];
        boolean fits = true;
        while (fits) {
            try {
                Files.write(ballast, block, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                fits = false;
            }
        }
        return ballast;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}

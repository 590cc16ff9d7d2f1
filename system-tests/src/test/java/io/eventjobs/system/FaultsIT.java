package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Injects one fault after another into real processes, and checks the expected result and the duration of recovery. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    /** One lease to notice the fault, and time to dispatch and claim again; less than a recovery scan would take. */
    private static final Duration MAX_RECOVERY = Cluster.LEASE.multipliedBy(3);

    private final FaultLog log = new FaultLog();
    private TestSite site;
    private Cluster cluster;
    private TcpProxy mongodb;
    private TcpProxy s3;
    private Gateway one;
    private Gateway two;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        mongodb = TcpProxy.to(port(cluster.address("EVENT_JOBS_MONGODB")));
        s3 = TcpProxy.to(port(cluster.address("EVENT_JOBS_S3_ENDPOINT")));
        cluster.set("EVENT_JOBS_MONGODB", "mongodb://127.0.0.1:" + mongodb.port() + "/event-jobs");
        cluster.set("EVENT_JOBS_S3_ENDPOINT", "http://127.0.0.1:" + s3.port());
        cluster.set("EVENT_JOBS_RETRY_MIN_DEFERRAL", "2s");
        one = cluster.gateway("gateway-1");
        two = cluster.gateway("gateway-2");
        cluster.worker("worker-1", 4);
        cluster.worker("worker-2", 4);
        cluster.awaitReady(2);
        guarantees = new Guarantees(two, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterEach
    void restore() {
        site.openGate();
        mongodb.restore();
        s3.restore();
        cluster.revive();
        cluster.awaitReady(2);
    }

    @AfterAll
    void stop() {
        log.write(FaultLog.TABLE);
        cluster.close();
        mongodb.close();
        s3.close();
        site.close();
    }

    @Test
    void aWorkerIsKilledAndAnotherHasItsJobsAfterALease() {
        String job = running("/gated/killed");
        String worker = workerOf(job);

        long start = System.nanoTime();
        cluster.kill(worker);
        awaitNextExecution(job);
        Duration recovery = since(start);
        site.openGate();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        assertThat(recovery).isLessThan(MAX_RECOVERY);
        assertThat(two.job(job).path("attempt").asInt()).isOne();
        log.add("worker, `kill -9`", "another worker gets its jobs soon after the lease; no attempt spent", recovery);
        restart(worker);
    }

    @Test
    void aResumedWorkerChangesNothing() {
        String job = running("/gated/frozen");
        String worker = workerOf(job);

        long start = System.nanoTime();
        cluster.freeze(worker);
        awaitNextExecution(job);
        Duration recovery = since(start);
        site.openGate();
        guarantees.noAcceptedJobIsLost(Set.of(job));
        JsonNode before = two.job(job).path("results");
        cluster.thaw(worker);

        Progress.holds(
                Cluster.LEASE, () -> assertThat(two.job(job).path("results")).isEqualTo(before));
        guarantees.exactlyOneExecutionWon(Set.of(job));
        guarantees.everyArchiveIsWhole(Set.of(job));
        log.add("worker, `SIGSTOP` past the lease, then `SIGCONT`", "the other worker's results are kept", recovery);
        cluster.awaitReady(2);
    }

    @Test
    void aStoppedWorkerHandsItsJobBackWithoutSpendingAnAttempt() {
        String job = running("/gated/stopped");
        String worker = workerOf(job);

        long start = System.nanoTime();
        cluster.terminate(worker);
        awaitNextExecution(job);
        Duration recovery = since(start);
        site.openGate();

        assertThat(cluster.awaitEnd(worker)).isTrue();
        guarantees.noAcceptedJobIsLost(Set.of(job));
        assertThat(two.job(job).path("attempt").asInt()).isOne();
        assertThat(two.job(job).path("executions").get(0).path("outcome").asString())
                .isEqualTo("drain");
        log.add(
                "worker, `SIGTERM` during work",
                "handed back after the grace period of 5 s; no attempt spent",
                recovery);
        restart(worker);
    }

    @Test
    void aGatewayIsKilledAndNoLeaseIsLost() {
        String job = running("/gated/gateway");

        long start = System.nanoTime();
        cluster.kill("gateway-1");
        String next = two.submit("After the gateway", site.address("/after-the-gateway"));
        guarantees.noAcceptedJobIsLost(Set.of(next));
        Duration recovery = since(start);
        Progress.holds(Cluster.LEASE, () -> assertThat(executions(job)).isOne());
        site.openGate();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        assertThat(executions(job)).isOne();
        log.add("gateway, `kill -9`", "the other gateway takes over; no lease is lost", recovery);
        cluster.start("gateway-1");
        cluster.awaitReady(2);
    }

    @Test
    void jobsAcceptedBeforeAGatewaysDeathAreCompletedAndPublished() {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(one.submit("Accepted " + i, site.address("/accepted/" + i)));
        }
        long start = System.nanoTime();
        cluster.kill("gateway-1");

        guarantees.noAcceptedJobIsLost(jobs);
        Duration recovery = since(start);
        guarantees.eachTransitionWasPublishedOnceInOrder(jobs);
        log.add(
                "gateway, `kill -9` right after it accepted 20 jobs",
                "all complete; each event once, in order",
                recovery);
        cluster.start("gateway-1");
        cluster.awaitReady(2);
    }

    @Test
    void allServicesAreKilledAndComeBack() {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(two.submit("Services " + i, site.address("/services/" + i)));
        }
        long start = System.nanoTime();
        cluster.kill("services");
        cluster.start("services");

        guarantees.noAcceptedJobIsLost(jobs);
        Duration recovery = since(start);
        guarantees.everyArchiveIsWhole(jobs);
        guarantees.eachTransitionWasPublishedOnceInOrder(jobs);
        log.add("Kafka, MongoDB-wire and S3 servers at once, `kill -9` and restarted", "all complete", recovery);
    }

    @Test
    void survivesAnOutageOfMongoDb() {
        String job = running("/gated/mongodb");
        mongodb.cut();

        HttpResponse<byte[]> response = two.get("/api/event-job/jobs/" + job);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(Gateway.json(response).path("error").path("code").asString()).isEqualTo("STORE_UNAVAILABLE");
        Progress.letPass(Cluster.LEASE.multipliedBy(2));
        long start = System.nanoTime();
        mongodb.restore();
        site.openGate();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        log.add(
                "MongoDB unreachable for longer than a lease",
                "503 with Retry-After meanwhile; no lease is lost",
                since(start));
        guarantees.exactlyOneExecutionWon(Set.of(job));
    }

    @Test
    void survivesAnOutageOfTheObjectStore() {
        String job = running("/gated/s3");
        s3.cut();
        site.openGate();
        two.awaitError(job, "STORE_UNAVAILABLE");
        long start = System.nanoTime();
        s3.restore();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        assertThat(two.job(job).path("attempt").asInt()).isOne();
        log.add("S3 unreachable while results are uploaded", "deferred, no attempt spent; completes", since(start));
    }

    /** A job whose page does not respond until the gate is opened. */
    private String running(String path) {
        site.closeGate();
        String job = two.submit("Session " + path, site.address(path));
        two.awaitStatus(job, "processing");
        return job;
    }

    private String workerOf(String job) {
        String id = two.job(job).path("executions").get(0).path("worker_id").asString();
        return Stream.of("worker-1", "worker-2")
                .filter(name -> cluster.workerId(name).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void awaitNextExecution(String job) {
        Progress.await(job + " has another execution", () -> executions(job), executions -> executions >= 2);
    }

    private int executions(String job) {
        return two.job(job).path("executions").size();
    }

    private void restart(String worker) {
        cluster.start(worker);
        cluster.awaitReady(2);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.embedded.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections to Kafka, MongoDB and the object store that drop data in one direction, are slow, or break during an upload. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkFaultsIT {
    private static final long TO_THE_MIDDLE_OF_THE_PARTS = 12L << 20;

    private final FaultLog log = new FaultLog();
    private TestSite site;
    private Cluster cluster;
    private TcpProxy kafka;
    private TcpProxy mongodb;
    private TcpProxy s3;
    private Gateway gateway;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        int port = FreePort.next();
        kafka = TcpProxy.to(port);
        cluster = Cluster.withServices(
                folder, port, "127.0.0.1:" + kafka.port(), "--kafka-advertised-port", "" + kafka.port());
        s3 = TcpProxy.to(URI.create(cluster.address("EVENT_JOBS_S3_ENDPOINT")).getPort());
        mongodb = TcpProxy.to(URI.create(cluster.address("EVENT_JOBS_MONGODB")).getPort());
        cluster.set("EVENT_JOBS_MONGODB", "mongodb://127.0.0.1:" + mongodb.port() + "/event-jobs");
        cluster.set("EVENT_JOBS_S3_ENDPOINT", "http://127.0.0.1:" + s3.port());
        cluster.set("EVENT_JOBS_RETRY_MIN_DEFERRAL", "2s");
        gateway = cluster.gateway("gateway-1");
        cluster.worker("worker-1", 4);
        cluster.worker("worker-2", 4);
        cluster.awaitReady(2);
        guarantees = new Guarantees(gateway, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterEach
    void restore() {
        kafka.restore();
        mongodb.restore();
        s3.restore();
        site.openGate();
    }

    @AfterAll
    void stop() {
        log.write(FaultLog.TABLE);
        cluster.close();
        kafka.close();
        mongodb.close();
        s3.close();
        site.close();
    }

    @ParameterizedTest
    @MethodSource("connectionsAndDirections")
    void aConnectionLosesDataInOneDirection(Connection connection, TcpProxy.Direction direction) {
        TcpProxy proxy = proxy(connection);
        String running = running("/gated/" + connection + direction);
        proxy.drop(direction);
        if (connection == Connection.S3) {
            // So that there is something to store.
            site.openGate();
        }
        Set<String> jobs = connection == Connection.KAFKA
                ? Set.of(running, gateway.submit("While responses are lost", site.address("/while-lost-" + direction)))
                : Set.of(running);
        Progress.letPass(Cluster.LEASE.multipliedBy(2));
        long start = System.nanoTime();
        proxy.restore();
        site.openGate();

        guarantees.noAcceptedJobIsLost(jobs);
        Duration recovery = since(start);
        guarantees.exactlyOneExecutionWon(jobs);
        guarantees.everyArchiveIsWhole(jobs);
        guarantees.eachTransitionWasPublishedOnceInOrder(jobs);
        assertThat(gateway.job(running).path("attempt").asInt()).isOne();
        log.add(connection.lost(direction) + " lost for two leases", connection.expected, recovery);
    }

    static Stream<Arguments> connectionsAndDirections() {
        return Stream.of(Connection.values()).flatMap(connection -> Stream.of(TcpProxy.Direction.values())
                .map(way -> Arguments.of(connection, way)));
    }

    private TcpProxy proxy(Connection connection) {
        return switch (connection) {
            case KAFKA -> kafka;
            case MONGODB -> mongodb;
            case S3 -> s3;
        };
    }

    @Test
    void aSlowObjectStoreIsWaitedFor() {
        s3.throttle(1_000);
        long start = System.nanoTime();
        String job = gateway.submit("Slow store", site.address("/slow-store"));

        guarantees.noAcceptedJobIsLost(Set.of(job));
        Duration time = since(start);
        assertThat(gateway.job(job).path("executions").size()).isOne();
        log.add("S3 at 1 kB/s", "the upload is waited for; heartbeats continue", time);
    }

    @Test
    void anInterruptedUploadLeavesNoPartialResult() {
        String job = running("/gated/large");
        s3.cutAfter(TO_THE_MIDDLE_OF_THE_PARTS);
        site.openGate();
        Progress.await("the connection is cut", s3::isCut);
        gateway.awaitError(job, "STORE_UNAVAILABLE");
        long start = System.nanoTime();
        s3.restore();

        guarantees.noAcceptedJobIsLost(Set.of(job));
        Duration recovery = since(start);
        guarantees.everyArchiveIsWhole(Set.of(job));
        guarantees.exactlyOneExecutionWon(Set.of(job));
        assertThat(gateway.job(job).path("attempt").asInt()).isOne();
        log.add("S3 unreachable during a multipart upload", "deferred; no partial result is visible", recovery);
    }

    private String running(String path) {
        site.closeGate();
        String job = path.endsWith("/large")
                ? gateway.submitWithSlides("Large", site.address(path), site.address("/large.pdf"))
                : gateway.submit("Session " + path, site.address(path));
        gateway.awaitStatus(job, "processing");
        return job;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private enum Connection {
        KAFKA("Kafka", "jobs are accepted meanwhile; no attempt spent; all complete"),
        MONGODB("MongoDB", "no attempt spent; completes"),
        S3("S3", "no attempt spent; completes");

        private final String name;
        private final String expected;

        Connection(String name, String expected) {
            this.name = name;
            this.expected = expected;
        }

        private String lost(TcpProxy.Direction direction) {
            return switch (direction) {
                case REQUESTS -> "requests to " + name;
                case RESPONSES -> "responses from " + name;
            };
        }
    }
}

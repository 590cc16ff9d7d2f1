package io.eventjobs.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upgrade without downtime, in the order of docs/operations.md: while jobs are submitted, gateways of an earlier release are replaced one
 * after another, then its workers.
 */
@Tag("faults")
@EnabledIfSystemProperty(
        named = "upgrade.from",
        matches = ".+",
        disabledReason = "needs the program event-jobs of an earlier release: -Dupgrade.from=FILE")
class UpgradeIT {
    private static final Duration BETWEEN_JOBS = Duration.ofMillis(100);
    private static final int WORK_MILLIS = 500;

    @TempDir
    Path folder;

    private final List<Gateway> serving = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
    private Cluster cluster;

    @BeforeEach
    void startTheEarlierRelease() {
        cluster = Cluster.withServices(folder);
        cluster.useProgram(Program.of(Path.of(System.getProperty("upgrade.from"))));
        serving.add(cluster.gateway("old-gateway-1"));
        serving.add(cluster.gateway("old-gateway-2"));
        cluster.worker("old-worker-1", 4);
        cluster.worker("old-worker-2", 4);
        cluster.awaitReady(2);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void nothingIsLostOrDoneTwiceWhileEachProcessIsReplaced() throws InterruptedException {
        Thread load = Thread.ofPlatform().start(this::submitUntilInterrupted);

        cluster.useProgram(Program.thisVersion());
        Gateway last = replaceGateway(1);
        last = replaceGateway(2);
        replaceWorker(1);
        replaceWorker(2);
        load.interrupt();
        load.join();

        Guarantees guarantees = new Guarantees(last, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
        List<String> jobs = List.copyOf(accepted);
        guarantees.noAcceptedJobIsLost(jobs);
        guarantees.exactlyOneExecutionWon(jobs);
        guarantees.eachTransitionWasPublishedOnceInOrder(jobs);
    }

    private Gateway replaceGateway(int number) {
        Gateway fresh = cluster.gateway("new-gateway-" + number);
        cluster.awaitReady("new-gateway-" + number, 2);
        serving.add(fresh);
        // As a load balancer does it: no more requests, then the end.
        serving.removeFirst();
        cluster.terminate("old-gateway-" + number);
        cluster.awaitEnd("old-gateway-" + number);
        return fresh;
    }

    private void replaceWorker(int number) {
        cluster.worker("new-worker-" + number, 4);
        cluster.awaitReady(3);
        cluster.terminate("old-worker-" + number);
        cluster.awaitEnd("old-worker-" + number);
        cluster.awaitReady(2);
    }

    private void submitUntilInterrupted() {
        try {
            for (int number = 0; ; number++) {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_JOBS.toNanos());
                Gateway gateway = serving.get(number % serving.size());
                accepted.add(gateway.submitNoop(WORK_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

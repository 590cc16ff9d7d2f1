package io.eventjobs.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of three broker processes that loses one after another while jobs are submitted. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerFaultsIT {
    private final FaultLog log = new FaultLog();
    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withThreeBrokers(folder);
        gateway = cluster.gateway("gateway-1");
        cluster.worker("worker-1", 4);
        cluster.worker("worker-2", 4);
        cluster.awaitReady(2);
        guarantees = new Guarantees(gateway, new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA")));
    }

    @AfterAll
    void stop() {
        log.write(FaultLog.TABLE);
        cluster.close();
        site.close();
    }

    @Test
    void aBrokerIsKilledAndTheOthersGoOn() {
        Duration recovery =
                whileJobsComeIn("killed", brokers -> brokers.getFirst().destroyForcibly());
        log.add(
                "one broker of three, `kill -9`, under load",
                "the others take over; all complete, events once",
                recovery);
    }

    @Test
    void eachBrokerIsRestartedAfterTheOther() {
        Duration recovery = whileJobsComeIn(
                "rolling",
                brokers -> brokers.forEach(broker -> {
                    broker.destroy();
                    Progress.await("the broker has stopped", () -> !broker.isAlive());
                    awaitAllInSync();
                }));
        log.add("rolling restart of three brokers under load", "all complete, events once, in order", recovery);
    }

    /** Submits twenty jobs before the fault and twenty after it; returns how long all of them took. */
    private Duration whileJobsComeIn(String name, Consumer<List<ProcessHandle>> fault) {
        awaitAllInSync();
        List<String> jobs = new ArrayList<>(submit(name + "/before"));
        long start = System.nanoTime();
        fault.accept(cluster.children("services"));
        jobs.addAll(submit(name + "/after"));

        guarantees.noAcceptedJobIsLost(jobs);
        Duration recovery = Duration.ofNanos(System.nanoTime() - start);
        guarantees.exactlyOneExecutionWon(jobs);
        guarantees.everyArchiveIsWhole(jobs);
        guarantees.eachTransitionWasPublishedOnceInOrder(jobs);
        return recovery;
    }

    private List<String> submit(String path) {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(gateway.submit("Session " + path + i, site.address("/" + path + "/" + i)));
        }
        return jobs;
    }

    private void awaitAllInSync() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.address("EVENT_JOBS_KAFKA")))) {
            Progress.await("all partitions have three replicas in sync", () -> inSync(admin), inSync -> inSync.stream()
                    .allMatch(replicas -> replicas == 3));
        }
    }

    /** The number of in-sync replicas of each partition. */
    private static List<Integer> inSync(Admin admin) throws Exception {
        return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .map(partition -> partition.isr().size())
                .toList();
    }
}

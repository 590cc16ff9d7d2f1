package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Messages that are repeated, late, out of order or undecodable. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageFaultsIT {
    private final FaultLog log = new FaultLog();
    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;
    private KafkaMessages messages;
    private Guarantees guarantees;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        gateway = cluster.gateway("gateway-1");
        cluster.gateway("gateway-2");
        cluster.worker("worker-1", 4);
        cluster.awaitReady(1);
        messages = new KafkaMessages(cluster.address("EVENT_JOBS_KAFKA"));
        guarantees = new Guarantees(gateway, messages);
    }

    @AfterAll
    void stop() {
        log.write(FaultLog.TABLE);
        cluster.close();
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "commands"})
    void repeatedLateAndReorderedMessagesChangeNothing(String topic) {
        String job = completed("/again/" + topic);
        JsonNode before = gateway.job(job);
        int requests = site.requests("/again/" + topic);

        List<ConsumerRecord<String, byte[]>> sent = messages.ofKey("event-jobs." + topic, job);
        assertThat(sent).isNotEmpty();
        sent.reversed().forEach(messages::resend);
        sent.forEach(messages::resend);

        Progress.holds(Cluster.LEASE, () -> {
            assertThat(gateway.job(job).path("results")).isEqualTo(before.path("results"));
            assertThat(gateway.job(job).path("status").asString()).isEqualTo("completed");
            assertThat(gateway.job(job).path("executions").size()).isOne();
        });
        assertThat(site.requests("/again/" + topic)).isEqualTo(requests);
        guarantees.eachTransitionWasPublishedOnceInOrder(Set.of(job));
        log.add(topic + " repeated, late, in reverse order", "no effect; nothing is executed twice", Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reports", "commands"})
    void undecodableMessagesAreStoredAndBlockNothing(String topic) {
        String nonsense = "{\"nonsense of " + topic;
        long start = System.nanoTime();
        for (int partition = 0; partition < 3; partition++) {
            messages.send("event-jobs." + topic, "poison-" + partition, nonsense.getBytes(StandardCharsets.UTF_8));
        }
        String job = completed("/behind/" + topic);
        Duration behind = Duration.ofNanos(System.nanoTime() - start);

        Progress.await(
                "all three are dead letters", () -> payloads(topic), List.of(nonsense, nonsense, nonsense)::equals);
        guarantees.eachTransitionWasPublishedOnceInOrder(Set.of(job));
        log.add(
                topic + " that cannot be decoded",
                "stored as dead letters with their bytes; jobs after them complete",
                behind);
    }

    private List<String> payloads(String topic) {
        String query = "/api/ops/dead-letters?code=UNREADABLE_MESSAGE&topic=" + topic;
        return Gateway.data(gateway.get(query), 200)
                .path("dead_letters")
                .valueStream()
                .map(letter -> letter.path("dead_letter_id").asString())
                .map(id -> Gateway.data(gateway.get("/api/ops/dead-letters/" + id), 200))
                .map(letter -> letter.path("payload").asString())
                .toList();
    }

    private String completed(String path) {
        String job = gateway.submit("Session " + path, site.address(path));
        guarantees.noAcceptedJobIsLost(Set.of(job));
        return job;
    }
}

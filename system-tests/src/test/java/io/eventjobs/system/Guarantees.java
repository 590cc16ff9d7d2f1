package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** What must hold after whatever happened, each as one question about a run. */
final class Guarantees {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Gateway gateway;
    private final KafkaMessages messages;

    /** @param gateway any that serves when the questions are asked */
    Guarantees(Gateway gateway, KafkaMessages messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    /** No accepted job is lost or stuck: each of them completes. */
    void noAcceptedJobIsLost(Collection<String> jobs) {
        for (String job : jobs) {
            JsonNode found = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> gateway.job(job), view -> List.of("completed", "failed", "cancelled")
                            .contains(view.path("status").asString()));
            assertThat(found.path("status").asString())
                    .as(() -> job + ": " + found)
                    .isEqualTo("completed");
        }
    }

    /** The results of exactly one execution are visible, and whole. */
    void exactlyOneExecutionWon(Collection<String> jobs) {
        for (String job : jobs) {
            long winners = gateway.job(job)
                    .path("executions")
                    .valueStream()
                    .filter(execution -> execution.path("outcome").asString("").equals("completed"))
                    .count();
            assertThat(winners).as(job).isOne();
        }
    }

    /** Each ZIP can be read to its end. */
    void everyArchiveIsWhole(Collection<String> jobs) {
        for (String job : jobs) {
            HttpResponse<byte[]> zip = gateway.get("/api/event-job/jobs/" + job + "/download-archive");
            assertThat(zip.statusCode()).as(job).isEqualTo(200);
            assertThat(files(zip.body())).as(job).isPositive();
        }
    }

    /** Each transition was published once by id, in order for each subject, and completion exactly once. */
    void eachTransitionWasPublishedOnceInOrder(Collection<String> jobs) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, TreeMap<Long, String>> published = published();
            for (String job : jobs) {
                TreeMap<Long, String> types = published.getOrDefault(job, new TreeMap<>());
                assertThat(types.keySet())
                        .as(() -> job + " " + types)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, types.size()).boxed().toList());
                assertThat(types.firstEntry().getValue()).as(job).isEqualTo("job.created");
                assertThat(types.lastEntry().getValue()).as(job).isEqualTo("job.completed");
                assertThat(types.values().stream()
                                .filter("job.completed"::equals)
                                .count())
                        .as(() -> job + " " + types)
                        .isOne();
            }
        });
    }

    /** The counts of a batch are the sum of its jobs' states. */
    void countsAreThoseOfTheJobs(String batch) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            Map<String, Integer> states = new HashMap<>();
            String cursor = "";
            do {
                JsonNode page =
                        Gateway.data(gateway.get("/api/event-job/batches/" + batch + "/jobs?limit=500" + cursor), 200);
                page.path("jobs").forEach(job -> states.merge(job.path("status").asString(), 1, Integer::sum));
                cursor = page.path("next_cursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("next_cursor").asString();
            } while (!cursor.isEmpty());
            JsonNode view = gateway.batch(batch);
            for (String state : List.of("pending", "processing", "completed", "failed", "cancelled")) {
                assertThat(view.path(state + "_count").asInt())
                        .as(() -> state + " of " + view)
                        .isEqualTo(states.getOrDefault(state, 0));
            }
        });
    }

    /**
     * Types by sequence by subject, duplicates dropped by id as consumers do. A duplicate must be the same event, and what is
     * new must be greater than all before it.
     */
    private Map<String, TreeMap<Long, String>> published() {
        Map<String, TreeMap<Long, String>> published = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages.all("event-jobs.events")) {
            long sequence = Long.parseLong(KafkaMessages.header(message, "ce_sequence"));
            TreeMap<Long, String> ofSubject =
                    published.computeIfAbsent(KafkaMessages.header(message, "ce_subject"), fresh -> new TreeMap<>());
            String type = KafkaMessages.header(message, "ce_type");
            String known = ofSubject.get(sequence);
            if (known != null) {
                assertThat(type).isEqualTo(known);
            } else {
                assertThat(ofSubject.isEmpty() || ofSubject.lastKey() < sequence)
                        .as(() -> KafkaMessages.header(message, "ce_id") + " came after " + ofSubject)
                        .isTrue();
                ofSubject.put(sequence, type);
            }
        }
        return published;
    }

    private static int files(byte[] zip) {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            int files = 0;
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                entries.readAllBytes();
                files++;
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** The system's guarantees, each as a check of a finished run. */
final class Guarantees {
    private final Gateway gateway;
    private final KafkaMessages messages;

    /** @param gateway any gateway that is running at the time of the checks */
    Guarantees(Gateway gateway, KafkaMessages messages) {
        this.gateway = gateway;
        this.messages = messages;
    }

    /** No accepted job is lost or stuck: all complete. Waits as long as any of them progresses. */
    void noAcceptedJobIsLost(Collection<String> jobs) {
        Map<String, JobView> finished = new HashMap<>();
        Progress.await("all of " + jobs.size() + " jobs are finished", () -> unfinished(jobs, finished), List::isEmpty);
        assertThat(finished.values()).allSatisfy(job -> assertThat(job.status())
                .as(() -> gateway.job(job.id()).toString())
                .isEqualTo("completed"));
    }

    /** The unfinished jobs; finished ones are not requested again. */
    private List<JobView> unfinished(Collection<String> jobs, Map<String, JobView> finished) {
        List<JobView> unfinished = new ArrayList<>();
        for (String job : jobs) {
            if (!finished.containsKey(job)) {
                JobView view = JobView.of(gateway.job(job));
                if (view.isFinished()) {
                    finished.put(job, view);
                } else {
                    unfinished.add(view);
                }
            }
        }
        return unfinished;
    }

    /** The results of exactly one execution are visible, and they are complete. */
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

    /** Each ZIP is readable to its end. */
    void everyArchiveIsWhole(Collection<String> jobs) {
        for (String job : jobs) {
            HttpResponse<byte[]> zip = gateway.get("/api/event-job/jobs/" + job + "/download-archive");
            assertThat(zip.statusCode()).as(job).isEqualTo(200);
            assertThat(files(zip.body())).as(job).isPositive();
        }
    }

    /** Each transition was published under one id, in order for each subject, and completion exactly once. */
    void eachTransitionWasPublishedOnceInOrder(Collection<String> jobs) {
        Published published = Progress.await(
                "the completion of all of " + jobs.size() + " jobs is published",
                this::published,
                events -> jobs.stream().allMatch(events::endsWithCompletion));
        assertThat(published.disorders()).isEmpty();
        assertThat(jobs).allSatisfy(job -> {
            SortedMap<Long, String> types = published.of(job);
            assertThat(types.keySet())
                    .as(() -> job + " " + types)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, types.size()).boxed().toList());
            assertThat(types.firstEntry().getValue()).as(job).isEqualTo("job.created");
            assertThat(types.values())
                    .as(() -> job + " " + types)
                    .containsOnlyOnce(Published.COMPLETION)
                    .endsWith(Published.COMPLETION);
        });
    }

    /** The counts of a batch are the sums over its jobs. */
    void countsAreThoseOfTheJobs(String batch) {
        Progress.await(
                "the counts of " + batch + " are those of its jobs",
                () -> List.of(BatchView.of(gateway.batch(batch)).counts(), counted(batch)),
                counts -> counts.getFirst().equals(counts.getLast()));
    }

    private List<Integer> counted(String batch) {
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
        return BatchView.STATES.stream()
                .map(state -> states.getOrDefault(state, 0))
                .toList();
    }

    /** Drops duplicates by id, as consumers do. */
    private Published published() {
        Published published = new Published(new HashMap<>(), new ArrayList<>());
        messages.all("event-jobs.events").forEach(published::add);
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

    /**
     * @param types event types by subject and sequence
     * @param disorders duplicates with different content, and events after a later one
     */
    private record Published(Map<String, SortedMap<Long, String>> types, List<String> disorders) {
        static final String COMPLETION = "job.completed";

        void add(ConsumerRecord<String, byte[]> message) {
            long sequence = Long.parseLong(KafkaMessages.header(message, "ce_sequence"));
            String type = KafkaMessages.header(message, "ce_type");
            SortedMap<Long, String> ofSubject =
                    types.computeIfAbsent(KafkaMessages.header(message, "ce_subject"), fresh -> new TreeMap<>());
            String known = ofSubject.get(sequence);
            boolean isInOrder =
                    known == null ? ofSubject.isEmpty() || ofSubject.lastKey() < sequence : known.equals(type);
            if (!isInOrder) {
                disorders.add(KafkaMessages.header(message, "ce_id") + " of type " + type + " came after " + ofSubject);
            }
            ofSubject.putIfAbsent(sequence, type);
        }

        SortedMap<Long, String> of(String subject) {
            return types.getOrDefault(subject, new TreeMap<>());
        }

        boolean endsWithCompletion(String job) {
            SortedMap<Long, String> events = of(job);
            return !events.isEmpty() && events.lastEntry().getValue().equals(COMPLETION);
        }
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventSchemas;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.standalone.process.SingleProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public events in Kafka: valid against their schemas, each once, in order. */
@ExtendWith(SystemUnderTest.class)
class EventsIT {
    private static final String ID_OF_JOB = "job-.*";

    private final EventCodec codec = new EventCodec();
    private final EventSchemas schemas = new EventSchemas();

    @AfterEach
    void openGate(TestSite site) {
        site.openGate();
        site.repair();
    }

    @Test
    void aBatchTellsItsLifeAndThatOfItsJobsOnceAndInOrder(SingleProcess machine, Gateway gateway, TestSite site) {
        String batch = submit(gateway, site);
        String restarted = gateway.awaitBatch(batch, "completed")
                .path("jobs")
                .get(0)
                .path("job_id")
                .asString();
        Gateway.data(gateway.post("/api/event-job/" + restarted + "/restart", "{}"), 200);
        gateway.awaitFinished(restarted);
        awaitEvent(machine, batch, "batch.reopened");
        gateway.awaitBatch(batch, "completed");
        Gateway.data(gateway.delete("/api/event-job/batches/" + batch), 200);

        List<ReceivedEvent> events = awaitEvent(machine, batch, "batch.deleted");

        assertThat(events).extracting(ReceivedEvent::id).doesNotHaveDuplicates();
        assertThat(events).allSatisfy(this::isAsItsSchemaSays);
        Map<String, List<ReceivedEvent>> bySubject = events.stream()
                .collect(Collectors.groupingBy(ReceivedEvent::subject, LinkedHashMap::new, Collectors.toList()));
        assertThat(bySubject).hasSize(4);
        assertThat(bySubject.values()).allSatisfy(EventsIT::areInOrder);
        assertThat(types(bySubject.get(batch)))
                .matches("batch.created batch.completed batch.reopened batch.completed batch.deleted");
        String run = "job.queued job.started (job.progressed )*job.completed";
        bySubject.forEach((subject, told) -> {
            if (subject.equals(restarted)) {
                assertThat(types(told)).matches("job.created " + run + " job.restarted " + run + " job.deleted");
            } else if (subject.matches(ID_OF_JOB)) {
                assertThat(types(told)).matches("job.created " + run + " job.deleted");
            }
        });
    }

    @Test
    void failuresAndActionsArePublishedAccordingToTheSchemas(SingleProcess machine, Gateway gateway, TestSite site) {
        site.breakAgain();
        String failed = gateway.submit("Fails", site.address("/broken/events"));
        gateway.awaitFinished(failed);
        site.repair();
        Gateway.data(gateway.post("/api/event-job/jobs/" + failed + "/restart", ""), 200);
        String retried = gateway.submit("Retried", "http://127.0.0.1:1/nobody-listens");
        site.closeGate();
        String cancelled = gateway.submit("Cancelled", site.address("/gated/events"));
        Gateway.data(gateway.post("/api/event-job/jobs/" + cancelled + "/cancel", ""), 200);
        Gateway.data(gateway.delete("/api/event-job/jobs/" + cancelled), 200);
        site.openGate();

        assertThat(awaitEvent(machine, failed, "job.completed"))
                .allSatisfy(this::isAsItsSchemaSays)
                .extracting(ReceivedEvent::type)
                .contains("job.failed", "job.restarted");
        assertThat(awaitEvent(machine, retried, "job.retrying")).allSatisfy(this::isAsItsSchemaSays);
        assertThat(awaitEvent(machine, cancelled, "job.deleted"))
                .allSatisfy(this::isAsItsSchemaSays)
                .extracting(ReceivedEvent::type)
                .endsWith("job.cancelled", "job.deleted");
    }

    private void isAsItsSchemaSays(ReceivedEvent event) {
        EventSchema schema = EventSchema.current(event.knownType().orElseThrow());
        assertThat(event.more().get("dataschema")).isEqualTo(schema.uri());
        assertThat(schemas.faults(schema, event.data().toString()))
                .as(event::toString)
                .isEmpty();
    }

    private static void areInOrder(List<ReceivedEvent> told) {
        assertThat(told)
                .extracting(ReceivedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, told.size()).boxed().toList());
        assertThat(told).extracting(ReceivedEvent::time).isSorted();
    }

    private static String types(List<ReceivedEvent> told) {
        return told.stream().map(ReceivedEvent::type).collect(Collectors.joining(" "));
    }

    /** All events of a batch and its jobs, or of a single job, once this one of the subject is among them. */
    private List<ReceivedEvent> awaitEvent(SingleProcess machine, String subject, String type) {
        KafkaMessages messages = new KafkaMessages(machine);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> messages.ofKey("event-jobs.events", subject).stream()
                                .map(this::received)
                                .toList(),
                        events -> events.stream()
                                .anyMatch(event -> event.subject().equals(subject)
                                        && event.type().equals(type)));
    }

    private ReceivedEvent received(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        Decoded<ReceivedEvent> decoded = codec.read(headers, message.value());
        assertThat(decoded).isInstanceOf(Decoded.Message.class);
        return ((Decoded.Message<ReceivedEvent>) decoded).value();
    }

    private static String submit(Gateway gateway, TestSite site) {
        String body = IntStream.range(0, 3)
                .mapToObj(index -> Gateway.job("Session " + index, site.address("/events/" + index)))
                .collect(Collectors.joining(",", "{\"batch_name\":\"Events\",\"jobs\":[", "]}"));
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }
}

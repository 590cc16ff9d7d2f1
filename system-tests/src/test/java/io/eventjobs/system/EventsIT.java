package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventSchemas;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.standalone.machine.OneMachine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The public events of a batch, from its first to its last: as their schemas say, each once, in order. */
@ExtendWith(TestMachine.class)
class EventsIT {
    private static final String ID_OF_JOB = "job-.*";

    private final EventCodec codec = new EventCodec();
    private final EventSchemas schemas = new EventSchemas();

    @Test
    void aBatchTellsItsLifeAndThatOfItsJobsOnceAndInOrder(OneMachine machine, Gateway gateway, TestSite site) {
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
        Gateway.data(gateway.ask("DELETE", "/api/event-job/batches/" + batch, ""), 200);

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

    /** All events of the batch and its jobs, when this one of the batch is among them. */
    private List<ReceivedEvent> awaitEvent(OneMachine machine, String batch, String type) {
        Messages messages = new Messages(machine);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> messages.ofKey("event-jobs.events", batch).stream()
                                .map(this::received)
                                .toList(),
                        events -> events.stream()
                                .anyMatch(event -> event.subject().equals(batch)
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

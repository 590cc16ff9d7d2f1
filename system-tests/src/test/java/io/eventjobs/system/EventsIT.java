package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.eventjobs.standalone.machine.OneMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The events that everyone downstream reads: each as its schema says, in order, with ids that repeat for repeats only. */
@ExtendWith(TestMachine.class)
class EventsIT {
    private static final String TOPIC = "event-jobs.events";

    private final SchemaRegistry schemas = SchemaRegistry.withDialect(Dialects.getDraft202012());

    @AfterEach
    void openGate(TestSite site) {
        site.openGate();
        site.repair();
    }

    @Test
    void aJobThatCompletesSaysEachStepOnce(Gateway gateway, TestSite site, OneMachine machine) {
        String job = gateway.submit("Events", site.address("/events"));
        gateway.awaitFinished(job);

        List<Event> events = awaited(machine, job, "job.completed");

        assertThat(types(events))
                .startsWith("job.created", "job.queued", "job.started")
                .endsWith("job.completed");
        assertThat(types(events).subList(3, events.size() - 1)).isNotEmpty().containsOnly("job.progressed");
        assertThat(events).extracting(Event::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(events).allSatisfy(this::fitsItsSchema);
    }

    @Test
    void everyKindOfEventFitsItsSchema(Gateway gateway, TestSite site, OneMachine machine) {
        site.breakAgain();
        String failed = gateway.submit("Fails", site.address("/broken/events"));
        gateway.awaitFinished(failed);
        site.repair();
        Gateway.data(gateway.post("/api/event-job/jobs/" + failed + "/restart", ""), 200);
        gateway.awaitFinished(failed);
        String retried = gateway.submit("Retried", "http://127.0.0.1:1/nobody-listens");
        site.closeGate();
        String cancelled = gateway.submit("Cancelled", site.address("/gated/events"));
        Gateway.data(gateway.post("/api/event-job/jobs/" + cancelled + "/cancel", ""), 200);
        Gateway.data(gateway.delete("/api/event-job/jobs/" + cancelled), 200);
        site.openGate();

        List<Event> events = new ArrayList<>();
        events.addAll(awaited(machine, failed, "job.completed"));
        events.addAll(awaited(machine, retried, "job.retrying"));
        events.addAll(awaited(machine, cancelled, "job.deleted"));
        events.addAll(ofABatch(gateway, site, machine));

        assertThat(types(events))
                .contains("job.failed", "job.restarted", "job.retrying", "job.cancelled", "job.deleted")
                .contains("batch.created", "batch.paused", "batch.resumed", "batch.completed", "batch.reopened")
                .contains("batch.deleted");
        assertThat(events).allSatisfy(this::fitsItsSchema);
    }

    @Test
    void theExampleOfTheDocsCountsEachSessionOnceThoughEventsComeTwice(
            Gateway gateway, TestSite site, OneMachine machine) {
        String job = gateway.submit("Example", site.address("/example"));
        gateway.awaitFinished(job);
        awaited(machine, job, "job.completed");
        Messages messages = new Messages(machine);
        List<ConsumerRecord<String, byte[]>> ofJob = messages.all(TOPIC).stream()
                .filter(message -> job.equals(header(message, "ce_subject")))
                .toList();
        LibraryIndexExample index = new LibraryIndexExample();

        ofJob.forEach(index::accept);
        ofJob.forEach(index::accept);
        ofJob.reversed().forEach(index::accept);

        assertThat(index.made()).containsExactly("Test Conference");
        assertThat(index.changes()).isOne();
    }

    @Test
    void theDocsShowTheExampleAsItIs() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/eventjobs/system/LibraryIndexExample.java"));
        String code = source.substring(source.indexOf("final class LibraryIndexExample"));

        assertThat(Files.readString(Path.of("../docs/events.md"))).contains(code.strip());
    }

    private List<Event> ofABatch(Gateway gateway, TestSite site, OneMachine machine) {
        String batch = Gateway.data(
                        gateway.post(
                                "/api/event-job/batches",
                                "{\"batch_name\":\"Events\",\"jobs\":["
                                        + Gateway.job("Batch", site.address("/events-batch")) + "]}"),
                        201)
                .path("batch_id")
                .asString();
        String address = "/api/event-job/batches/" + batch;
        Gateway.data(gateway.post(address + "/toggle-active", "{\"active\":false}"), 200);
        Gateway.data(gateway.post(address + "/toggle-active", "{\"active\":true}"), 200);
        gateway.awaitBatch(batch, "completed");
        Gateway.data(gateway.post(address + "/restart", "{\"only\":\"all\"}"), 200);
        awaited(machine, batch, "batch.reopened");
        gateway.awaitBatch(batch, "completed");
        Gateway.data(gateway.delete(address), 200);
        return awaited(machine, batch, "batch.deleted");
    }

    /** The events of a subject in order, once the last of them is of this type. */
    private static List<Event> awaited(OneMachine machine, String subject, String last) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> of(machine, subject), events -> types(events).contains(last));
    }

    private static List<Event> of(OneMachine machine, String subject) {
        return new Messages(machine)
                .all(TOPIC).stream()
                        .filter(message -> subject.equals(header(message, "ce_subject")))
                        .map(EventsIT::event)
                        .sorted(Comparator.comparing(Event::sequence))
                        .distinct()
                        .toList();
    }

    private void fitsItsSchema(Event event) {
        assertThat(event.dataSchema()).isEqualTo("/event-jobs/events/" + event.type() + "/v1");
        assertThat(event.id()).isEqualTo(event.subject() + "." + event.sequence());
        Schema schema = schemas.getSchema(schema(event.type()), InputFormat.JSON);
        assertThat(schema.validate(event.data().toString(), InputFormat.JSON))
                .as(event::toString)
                .isEmpty();
    }

    private static String schema(String type) {
        String place = "/event-jobs/events/" + type + "/v1.json";
        try (InputStream in = EventsIT.class.getResourceAsStream(place)) {
            return new String(Objects.requireNonNull(in, place).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(List<Event> events) {
        return events.stream().map(Event::type).toList();
    }

    private static Event event(ConsumerRecord<String, byte[]> message) {
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        return new Event(
                header(message, "ce_id"),
                header(message, "ce_type"),
                header(message, "ce_subject"),
                Long.parseLong(header(message, "ce_sequence")),
                header(message, "ce_dataschema"),
                Gateway.json(new String(message.value(), StandardCharsets.UTF_8)));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private record Event(String id, String type, String subject, long sequence, String dataSchema, JsonNode data) {}
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.eventjobs.model.event.EventType;
import io.eventjobs.standalone.process.SingleProcess;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What /asyncapi.yaml says is what is published: every type, every header, every property, and the keys. */
@ExtendWith(SystemUnderTest.class)
class AsyncApiIT {
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());

    @BeforeEach
    @AfterEach
    void openGate(TestSite site) {
        site.openGate();
        site.repair();
    }

    @Test
    void describesEveryMessageThatIsPublished(SingleProcess machine, Gateway gateway, TestSite site) {
        JsonNode document = document(gateway);
        String topic = document.at("/channels/events/address").asString();
        Map<String, JsonNode> messages = messages(document, "events");
        causeEveryType(gateway, site);

        List<ConsumerRecord<String, byte[]>> published = Progress.await(
                "every type is published", () -> new KafkaMessages(machine).all(topic), records -> types(records)
                        .equals(Arrays.stream(EventType.values())
                                .map(EventType::word)
                                .collect(Collectors.toSet())));

        assertThat(messages.keySet()).isEqualTo(types(published));
        assertThat(published).allSatisfy(record -> {
            JsonNode message = messages.get(KafkaMessages.header(record, "ce_type"));
            JsonNode headers = headers(record);
            JsonNode data = JsonMapper.shared().readTree(record.value());
            assertThat(faults(message.path("headers"), headers)).isEmpty();
            assertThat(faults(message.path("payload"), data)).as(data::toString).isEmpty();
            assertThat(record.key())
                    .isEqualTo(
                            data.path("batch_id").asString(data.path("job_id").asString("")));
        });
    }

    @Test
    void describesTheDeadLetters(SingleProcess machine, Gateway gateway, TestSite site) {
        JsonNode document = document(gateway);
        site.breakAgain();
        String failed = gateway.submit("A dead letter", site.address("/broken/asyncapi"));
        gateway.awaitFinished(failed);
        String topic = document.at("/channels/deadLetters/address").asString();

        List<ConsumerRecord<String, byte[]>> letters = Progress.await(
                "the dead letter is published",
                () -> new KafkaMessages(machine).ofKey(topic, failed),
                records -> !records.isEmpty());

        assertThat(messages(document, "deadLetters")).containsOnlyKeys("job.failed");
        assertThat(types(letters)).containsExactly("job.failed");
    }

    private static void causeEveryType(Gateway gateway, TestSite site) {
        // created, queued, started, progressed, completed, restarted, deleted; created, paused, resumed, completed,
        // reopened
        String batch = batch(gateway, site.address("/asyncapi/one"));
        Gateway.data(gateway.post("/api/event-job/batches/" + batch + "/toggle-active", "{\"active\":false}"), 200);
        Gateway.data(gateway.post("/api/event-job/batches/" + batch + "/toggle-active", "{\"active\":true}"), 200);
        String job = gateway.awaitBatch(batch, "completed")
                .path("jobs")
                .get(0)
                .path("job_id")
                .asString();
        Gateway.data(gateway.post("/api/event-job/" + job + "/restart", "{}"), 200);
        gateway.awaitFinished(job);
        gateway.awaitBatch(batch, "completed");
        Gateway.data(gateway.delete("/api/event-job/batches/" + batch), 200);
        // failed
        site.breakAgain();
        gateway.awaitBatch(batch(gateway, site.address("/broken/asyncapi/batch")), "failed");
        site.repair();
        // retrying
        String retried = gateway.submit("Retried", "http://127.0.0.1:1/nobody-listens");
        gateway.awaitError(retried, "CONNECT_FAILED");
        Gateway.data(gateway.post("/api/event-job/jobs/" + retried + "/cancel", ""), 200);
        // cancelled
        site.closeGate();
        String gated = batch(gateway, site.address("/gated/asyncapi"));
        Gateway.data(gateway.post("/api/event-job/batches/" + gated + "/cancel", ""), 200);
        gateway.awaitBatch(gated, "cancelled");
        site.openGate();
    }

    private static String batch(Gateway gateway, String address) {
        String body = "{\"batch_name\":\"AsyncAPI\",\"jobs\":[" + Gateway.job("One", address) + "]}";
        return Gateway.data(gateway.post("/api/event-job/batches", body), 201)
                .path("batch_id")
                .asString();
    }

    private static JsonNode document(Gateway gateway) {
        HttpResponse<byte[]> response = gateway.sendWithoutKey("GET", "/asyncapi.yaml", "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/yaml");
        return JsonMapper.shared()
                .valueToTree(new Load(LoadSettings.builder().build())
                        .loadFromString(new String(response.body(), StandardCharsets.UTF_8)));
    }

    /** The messages of a channel by event type. */
    private static Map<String, JsonNode> messages(JsonNode document, String channel) {
        Map<String, JsonNode> messages = new TreeMap<>();
        for (JsonNode reference : document.at("/channels/" + channel + "/messages")) {
            JsonNode message = document.at(reference.path("$ref").asString().substring(1));
            messages.put(message.path("name").asString(), message);
        }
        return messages;
    }

    private static Set<String> types(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> KafkaMessages.header(record, "ce_type"))
                .collect(Collectors.toSet());
    }

    private static JsonNode headers(ConsumerRecord<String, byte[]> record) {
        ObjectNode headers = JsonMapper.shared().createObjectNode();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** Stricter than the document: what it does not name is a fault. */
    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode closed = (ObjectNode) schema.deepCopy();
        closed.remove("$id");
        closed.put("additionalProperties", false);
        Schema strict = registry.getSchema(closed);
        return strict.validate(value).stream().map(Object::toString).toList();
    }
}

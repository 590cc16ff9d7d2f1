package io.eventjobs.gateway.asyncapi;

import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.protocol.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract of the public events as an AsyncAPI 3 document, made from what the gateway publishes with: the event types, the schemas of
 * their data, and the configured names of the topics.
 */
final class AsyncApiDocument {
    private static final String EVENTS = "events";
    private static final String DEAD_LETTERS = "deadLetters";
    private static final String BINDING_VERSION = "0.5.0";

    private final JsonMapper json = JsonMapper.shared();
    private final Topics topics;

    AsyncApiDocument(Topics topics) {
        this.topics = topics;
    }

    String yaml() {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                // An anchor instead of a repeated value is valid YAML, but unreadable.
                .setDereferenceAliases(true)
                .build();
        return new Dump(settings).dumpToString(content());
    }

    private Map<String, Object> content() {
        return ordered(
                "asyncapi", "3.0.0",
                "info", info(),
                "defaultContentType", "application/json",
                "servers", ordered("kafka", server()),
                "channels",
                        ordered(
                                EVENTS,
                                channel(
                                        topics.events(),
                                        "The events of all jobs and batches. The key is the id of the batch, or of the"
                                                + " job if it has no batch: the events of a batch and its jobs share a"
                                                + " partition.",
                                        List.of(EventType.values())),
                                DEAD_LETTERS,
                                channel(
                                        topics.deadLetters(),
                                        "Jobs that failed without a person having failed them: a copy of `job.failed`,"
                                                + " its key is the id of the job.",
                                        List.of(EventType.JOB_FAILED))),
                "operations",
                        ordered(
                                "publishEvents", operation(EVENTS, "Publishes each transition of jobs and batches."),
                                "publishDeadLetters", operation(DEAD_LETTERS, "Publishes final failures once more.")),
                "components", ordered("messages", messages()));
    }

    private static Map<String, Object> info() {
        return ordered(
                "title",
                "Event Jobs",
                "version",
                "1",
                "description",
                "The public events of Event Jobs: CloudEvents 1.0 in Kafka's binary content mode; attributes are"
                        + " headers, the data is the value. At least once and in the order of their sequence for"
                        + " each subject: ignore an event whose `ce_sequence` is not greater than the last one of"
                        + " its `ce_subject`. Ignore unknown types, attributes and properties. To replay, read"
                        + " the topic from its beginning.",
                "license",
                ordered("name", "Apache-2.0"));
    }

    private static Map<String, Object> server() {
        return ordered(
                "host", "{bootstrap}",
                "protocol", "kafka",
                "description", "The Kafka cluster of the installation, which its operator names.",
                "variables",
                        ordered(
                                "bootstrap",
                                ordered("default", "127.0.0.1:9092", "description", "A broker's host and port.")));
    }

    private static Map<String, Object> channel(String topic, String description, List<EventType> types) {
        Map<String, Object> references = new LinkedHashMap<>();
        types.forEach(type -> references.put(name(type), ordered("$ref", "#/components/messages/" + name(type))));
        return ordered(
                "address", topic,
                "description", description,
                "messages", references,
                "bindings", ordered("kafka", ordered("topic", topic, "bindingVersion", BINDING_VERSION)));
    }

    private static Map<String, Object> operation(String channel, String summary) {
        return ordered("action", "send", "channel", ordered("$ref", "#/channels/" + channel), "summary", summary);
    }

    private Map<String, Object> messages() {
        Map<String, Object> messages = new LinkedHashMap<>();
        for (EventType type : EventType.values()) {
            messages.put(name(type), message(type));
        }
        return messages;
    }

    private Map<String, Object> message(EventType type) {
        Map<String, Object> payload = new LinkedHashMap<>(schema(type));
        // The document's own dialect applies; the schemas use nothing in which the dialects differ.
        payload.remove("$schema");
        Map<String, Object> key = ordered("type", "string", "description", "Id of the batch, else of the job.");
        return ordered(
                "name", type.word(),
                "title", Objects.requireNonNull(payload.get("title")),
                "contentType", "application/json",
                "headers", EventHeaders.schema(type),
                "payload", payload,
                "bindings", ordered("kafka", ordered("key", key, "bindingVersion", BINDING_VERSION)));
    }

    private Map<String, Object> schema(EventType type) {
        String resource = EventSchema.current(type).resource();
        try (InputStream file = EventSchema.class.getResourceAsStream("/" + resource)) {
            return json.readValue(Objects.requireNonNull(file, resource), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** AsyncAPI allows no dot in the names of components: {@code jobCompleted}. */
    private static String name(EventType type) {
        String name = Arrays.stream(type.word().split("\\."))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}

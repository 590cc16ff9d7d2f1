package io.eventjobs.standalone.cli;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * CloudEvents 1.0 from binary mode, as it stands in Kafka, to structured mode: the attributes and the data in one JSON
 * object. Knows nothing of types, so it shows those that come later, too.
 */
final class CloudEventLine {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ATTRIBUTE = "ce_";

    private CloudEventLine() {}

    /** Null for a message that is no event. */
    static @Nullable ObjectNode of(ConsumerRecord<String, byte[]> message) {
        ObjectNode event = MAPPER.createObjectNode();
        for (Header header : message.headers()) {
            if (header.key().startsWith(ATTRIBUTE)) {
                event.put(header.key().substring(ATTRIBUTE.length()), text(header));
            }
        }
        if (!event.has("id") || !event.has("type")) {
            return null;
        }
        Header contentType = message.headers().lastHeader("content-type");
        if (contentType != null) {
            event.put("datacontenttype", text(contentType));
        }
        addData(event, message.value());
        return event;
    }

    private static void addData(ObjectNode event, byte @Nullable [] value) {
        if (value == null) {
            return;
        }
        try {
            event.set("data", MAPPER.readTree(value));
        } catch (JacksonException e) {
            event.put("data", new String(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}

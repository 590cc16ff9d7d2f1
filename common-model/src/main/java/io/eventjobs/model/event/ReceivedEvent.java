package io.eventjobs.model.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as a reader finds it: perhaps of a type, and with attributes and data, that this version does not know.
 *
 * @param id unique within {@code source}
 * @param source who publishes, a URI reference
 * @param type the word, known or not
 * @param subject the bare id of the job or batch
 * @param sequence greater than that of each earlier event of the subject
 * @param time when it became true
 * @param more all other attributes, by their CloudEvents names, in the order in which they came
 * @param data a JSON object; not to be changed
 */
public record ReceivedEvent(
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        Map<String, String> more,
        ObjectNode data) {
    public ReceivedEvent {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** The type, if this version knows it. */
    public Optional<EventType> knownType() {
        return EventType.find(type);
    }

    /** CloudEvents 1.0 in structured mode, as one JSON object. */
    public ObjectNode structured() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("sequence", sequence);
        more.forEach(event::put);
        event.set("data", data);
        return event;
    }
}

package io.eventjobs.model.event;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as a consumer receives it: its type, attributes and data may be unknown to this version.
 *
 * @param id unique within {@code source}
 * @param source the publisher, a URI reference
 * @param type the word of the type, known or not
 * @param subject the job or batch id
 * @param sequence greater than that of each earlier event of the subject
 * @param time when it became true
 * @param more all other attributes by their CloudEvents names, in the order of the headers
 * @param data a JSON object; must not be modified
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
    private static final String FIRST_TENANT = "default";

    public ReceivedEvent {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** The type, if this version knows it. */
    public Optional<EventType> knownType() {
        return EventType.find(type);
    }

    /** The owner of the subject; events from before there were tenants do not name it. */
    public TenantId tenant() {
        String named = more.getOrDefault("tenant", FIRST_TENANT);
        return new TenantId(BatchId.isWellFormed(named) ? named : FIRST_TENANT);
    }

    /** The event in structured content mode of CloudEvents 1.0: one JSON object. */
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

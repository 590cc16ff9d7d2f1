package io.eventjobs.gateway.asyncapi;

import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of an event's Kafka headers: the attributes of CloudEvents 1.0 in binary content mode. */
final class EventHeaders {
    private static final String TENANT = "ce_tenant";

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private EventHeaders() {}

    static Map<String, Object> schema(EventType type) {
        EventHeaders headers = new EventHeaders();
        headers.constant("ce_specversion", "1.0", "Version of CloudEvents.");
        headers.text(
                "ce_id",
                "^.+\\.[1-9][0-9]*$",
                "Subject, a dot, sequence: an event that is published again has the same id.");
        headers.constant("ce_source", "/event-jobs", "The publisher, a URI reference.");
        headers.constant("ce_type", type.word(), "What happened.");
        headers.text("ce_subject", "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "Id of the job or batch.");
        headers.text("ce_time", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$", "When it happened: RFC 3339, UTC.");
        headers.text(
                "ce_sequence",
                "^[1-9][0-9]*$",
                "1 for the first event of the subject, one more for each later one; a decimal number, to be compared as"
                        + " a number.");
        headers.constant("ce_dataschema", EventSchema.current(type).uri(), "The $id of the schema of the data.");
        headers.text(
                TENANT,
                "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$",
                "The owner of the job or batch; absent from events that older gateways published: `default`.");
        headers.constant("content-type", "application/json", "Media type of the data.");
        return headers.object();
    }

    private void constant(String name, String value, String description) {
        properties.put(name, Map.of("type", "string", "const", value, "description", description));
    }

    private void text(String name, String pattern, String description) {
        properties.put(name, Map.of("type", "string", "pattern", pattern, "description", description));
    }

    private Map<String, Object> object() {
        List<String> required = new ArrayList<>(properties.keySet());
        required.remove(TENANT);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("required", required);
        schema.put("properties", properties);
        schema.put("additionalProperties", true);
        return schema;
    }
}

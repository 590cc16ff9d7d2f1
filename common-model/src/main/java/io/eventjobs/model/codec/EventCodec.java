package io.eventjobs.model.codec;

import io.eventjobs.model.event.EventSchema;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events on Kafka: CloudEvents 1.0 in binary content mode, attributes as headers, data as the value. {@code sequence} is an extension
 * attribute of type Integer that increases within the subject, {@code tenant} one of type String that events had from the second tenant on.
 * Thread-safe.
 */
public final class EventCodec {
    private static final String ATTRIBUTE = "ce_";
    private static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";
    private static final String SOURCE = "/event-jobs";
    private static final String SPECIFICATION = "1.0";

    private final JsonMapper mapper = WireFormat.mapper();

    /**
     * The Kafka headers of an event, by name; the values are to be encoded in UTF-8.
     *
     * @param tenant owner of the subject
     */
    public Map<String, String> headers(TenantId tenant, PublicEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", SPECIFICATION);
        headers.put("ce_id", event.id());
        headers.put("ce_source", SOURCE);
        headers.put("ce_type", event.type().word());
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_sequence", Long.toString(event.sequence()));
        headers.put("ce_dataschema", EventSchema.current(event.type()).uri());
        headers.put("ce_tenant", tenant.value());
        headers.put(CONTENT_TYPE, JSON);
        return headers;
    }

    /** The Kafka value of an event: its data as JSON in UTF-8. */
    public byte[] value(PublicEvent event) {
        return mapper.writeValueAsBytes(event.data());
    }

    /**
     * Reads an event of any version; types, attributes and fields that are unknown to this version are kept. Never throws.
     *
     * @param headers the Kafka headers, by name
     * @param value null for a Kafka record without a value
     */
    public Decoded<ReceivedEvent> read(Map<String, String> headers, byte @Nullable [] value) {
        try {
            return new Decoded.Message<>(received(headers, value));
        } catch (DateTimeParseException e) {
            return new Decoded.Undecodable<>("ce_time must be an RFC 3339 time: " + e.getParsedString());
        } catch (JacksonException e) {
            return new Decoded.Undecodable<>("the data is not valid JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return new Decoded.Undecodable<>(String.valueOf(e.getMessage()));
        }
    }

    private ReceivedEvent received(Map<String, String> headers, byte @Nullable [] value) {
        Map<String, String> attributes = attributes(headers);
        String specification = taken(attributes, "specversion");
        if (!specification.equals(SPECIFICATION)) {
            throw new IllegalArgumentException(
                    "unsupported specversion: " + specification + "; must be " + SPECIFICATION);
        }
        String id = taken(attributes, "id");
        String source = taken(attributes, "source");
        String type = taken(attributes, "type");
        String subject = taken(attributes, "subject");
        long sequence = sequence(taken(attributes, "sequence"));
        Instant time = OffsetDateTime.parse(taken(attributes, "time")).toInstant();
        return new ReceivedEvent(id, source, type, subject, sequence, time, attributes, data(value));
    }

    private static Map<String, String> attributes(Map<String, String> headers) {
        Map<String, String> attributes = new LinkedHashMap<>();
        headers.forEach((name, text) -> {
            if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), text);
            }
        });
        String contentType = headers.get(CONTENT_TYPE);
        if (contentType != null) {
            attributes.put("datacontenttype", contentType);
        }
        return attributes;
    }

    private static String taken(Map<String, String> attributes, String name) {
        String text = attributes.remove(name);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("missing header: " + ATTRIBUTE + name);
        }
        return text;
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("ce_sequence must be an integer: " + text, e);
        }
    }

    private ObjectNode data(byte @Nullable [] value) {
        if (value != null && value.length > 0 && mapper.readTree(value) instanceof ObjectNode data) {
            return data;
        }
        throw new IllegalArgumentException("the data must be a JSON object");
    }
}

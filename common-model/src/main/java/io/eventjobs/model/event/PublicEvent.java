package io.eventjobs.model.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fact about a job or a batch, as consumers downstream read it: a CloudEvents 1.0 event on topic {@code events}. Delivered at
 * least once, in order within a subject; consumers deduplicate by id or sequence.
 *
 * @param id subject and sequence: an event that is published again has the same id
 * @param type what happened
 * @param subject the job or batch id
 * @param sequence 1 for the first event of the subject, greater for each later one; ignore an event that is not greater than the last
 * @param time when it became true
 * @param data JSON values by field name, none null; consumers ignore fields that they do not know
 */
public record PublicEvent(
        String id, EventType type, String subject, long sequence, Instant time, Map<String, Object> data) {
    public PublicEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        if (data.containsValue(null)) {
            throw new IllegalArgumentException("data must not contain null: event " + id);
        }
    }

    public static PublicEvent of(
            EventType type, String subject, long sequence, Instant time, Map<String, Object> data) {
        return new PublicEvent(subject + "." + sequence, type, subject, sequence, time, data);
    }
}

package io.eventjobs.model.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that became true, as everyone downstream reads it: CloudEvents 1.0 on topic {@code events}, once by id, in
 * order by subject.
 *
 * @param id subject and sequence: the same event has the same id whoever publishes it, however often
 * @param type what happened
 * @param subject the bare job or batch id
 * @param sequence 1 for the first event of the subject, greater for each later one; drop what is not greater than the last
 * @param time when it became true
 * @param data facts as JSON values, in an order that reads well; consumers ignore what they do not know
 */
public record PublicEvent(
        String id, EventType type, String subject, long sequence, Instant time, Map<String, Object> data) {
    public PublicEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        if (data.containsValue(null)) {
            throw new IllegalArgumentException("the data of " + id + " has a field without a value");
        }
    }

    public static PublicEvent of(
            EventType type, String subject, long sequence, Instant time, Map<String, Object> data) {
        return new PublicEvent(subject + "." + sequence, type, subject, sequence, time, data);
    }
}

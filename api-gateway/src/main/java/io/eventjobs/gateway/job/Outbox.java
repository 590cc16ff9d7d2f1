package io.eventjobs.gateway.job;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The events to be published because of changes of this document, in order. Part of the changed document, so that a change and its events
 * are stored atomically.
 *
 * @param sequence number of the last event, 0 before the first
 * @param events not known to be published yet, oldest first
 */
public record Outbox(long sequence, List<PublicEvent> events) {
    public static final Outbox EMPTY = new Outbox(0, List.of());

    public Outbox {
        events = List.copyOf(events);
    }

    public Outbox plus(EventType type, String subject, Instant now, Map<String, Object> data) {
        List<PublicEvent> longer = new ArrayList<>(events);
        longer.add(PublicEvent.of(type, subject, sequence + 1, now, data));
        return new Outbox(sequence + 1, longer);
    }

    /** The events added after {@code earlier}. */
    public List<PublicEvent> since(Outbox earlier) {
        return events.stream()
                .filter(event -> event.sequence() > earlier.sequence)
                .toList();
    }
}

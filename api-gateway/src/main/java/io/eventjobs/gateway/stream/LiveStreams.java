package io.eventjobs.gateway.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The streams that get new events as they come, by what they select. Not thread-safe. */
final class LiveStreams {
    private final Map<String, Set<EventStream>> byKey = new HashMap<>();

    void add(EventStream stream) {
        byKey.computeIfAbsent(stream.selection().key(), fresh -> new LinkedHashSet<>())
                .add(stream);
    }

    void remove(EventStream stream) {
        String key = stream.selection().key();
        Set<EventStream> streams = byKey.get(key);
        if (streams != null && streams.remove(stream) && streams.isEmpty()) {
            byKey.remove(key);
        }
    }

    /** Those that may select the event. */
    List<EventStream> of(StreamEvent event) {
        List<EventStream> found = new ArrayList<>(byKey.getOrDefault(event.subject(), Set.of()));
        String batch = event.batch();
        if (batch != null && !batch.equals(event.subject())) {
            found.addAll(byKey.getOrDefault(batch, Set.of()));
        }
        found.addAll(byKey.getOrDefault(Selection.EVERYTHING, Set.of()));
        return found;
    }
}

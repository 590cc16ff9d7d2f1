package io.eventjobs.system;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of docs/events.md, which shows it word for word from the class on. */
final class LibraryIndexExample {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    // Where a real consumer has a table: stored in one transaction with what the event changes.
    private final Map<String, Long> lastSequences = new HashMap<>();
    private final Set<String> made = new TreeSet<>();
    private int changes;

    /** May be given any event twice, and those of one job again from the beginning. */
    void accept(ConsumerRecord<String, byte[]> message) {
        String subject = header(message, "ce_subject");
        long sequence = Long.parseLong(header(message, "ce_sequence"));
        if (sequence <= lastSequences.getOrDefault(subject, 0L)) {
            return;
        }
        lastSequences.put(subject, sequence);
        if (header(message, "ce_type").equals("job.completed")) {
            JsonNode data = MAPPER.readTree(message.value());
            made.add(data.path("event").asString());
            changes++;
        }
    }

    Set<String> made() {
        return made;
    }

    int changes() {
        return changes;
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

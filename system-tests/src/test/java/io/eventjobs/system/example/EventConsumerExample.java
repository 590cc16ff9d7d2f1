package io.eventjobs.system.example;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

// docs/events.md: start
/** Keeps a list of finished jobs that stays correct however often an event is delivered. Needs kafka-clients and Jackson. */
public final class EventConsumerExample implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Consumer<String, byte[]> consumer;
    private final Ledger ledger;

    /**
     * @param kafka bootstrap.servers and, where Kafka asks for them, credentials
     * @param group consumer group, which stores the offsets; its members share the partitions
     */
    public EventConsumerExample(Map<String, Object> kafka, String group, Ledger ledger) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(Map.of("group.id", group, "auto.offset.reset", "earliest", "enable.auto.commit", false));
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        this.ledger = ledger;
        consumer.subscribe(List.of("event-jobs.events"));
    }

    /** Handles the available events, then commits. After a crash in between they are delivered again, and the ledger drops duplicates. */
    public void step() {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
            ledger.once(
                    header(message, "ce_subject"),
                    Long.parseLong(header(message, "ce_sequence")),
                    entries -> handle(header(message, "ce_type"), JSON.readTree(message.value()), entries));
        }
        consumer.commitSync();
    }

    private static void handle(String type, JsonNode data, Entries entries) {
        String job = data.path("job_id").asString("");
        switch (type) {
            case "job.completed" -> entries.add(job, data.path("markdown_file").asString("nothing"));
            case "job.failed" -> entries.add(job, data.path("error_code").asString());
            default -> {
                // Ignore other types, including those of later versions.
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A database table with one row for each subject. */
    public interface Ledger {
        /**
         * In one transaction: locks the subject's row, returns if {@code sequence} is not greater than the stored one, else applies
         * the effect and stores {@code sequence}. Effect and sequence are committed together or not at all.
         */
        void once(String subject, long sequence, Effect effect);
    }

    /** The effect of an event, applied within the transaction. */
    public interface Effect {
        void on(Entries entries);
    }

    /** The data that effects change. */
    public interface Entries {
        void add(String job, String what);
    }
}
// docs/events.md: end

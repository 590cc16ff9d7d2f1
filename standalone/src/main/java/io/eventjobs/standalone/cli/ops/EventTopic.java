package io.eventjobs.standalone.cli.ops;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * All partitions of a topic, read without a consumer group: nothing of the reader stays on the broker. Messages of one key
 * keep their order. Each call fails with a {@link KafkaException}. Not thread-safe.
 */
final class EventTopic implements AutoCloseable {
    /** For each thing that is asked of Kafka, and for the next message while it is known that there is one. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;
    private long heardNanos = System.nanoTime();

    private EventTopic(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.partitions = partitions(consumer, topic);
        this.ends = consumer.endOffsets(partitions, TIMEOUT);
        consumer.assign(partitions);
    }

    /** The topic, to be read from the first message that is kept. */
    static EventTopic fromBeginning(String bootstrapServers, String topic) {
        EventTopic opened = open(bootstrapServers, topic);
        opened.consumer.beginningOffsets(opened.partitions, TIMEOUT).forEach(opened.consumer::seek);
        return opened;
    }

    /** The topic, to be read from what comes after this call. */
    static EventTopic fromEnd(String bootstrapServers, String topic) {
        EventTopic opened = open(bootstrapServers, topic);
        opened.ends.forEach(opened.consumer::seek);
        return opened;
    }

    /** What comes next; empty if that takes longer than a moment. */
    ConsumerRecords<byte[], byte[]> next() {
        return consumer.poll(POLL);
    }

    /** As {@link #next}, where more is known to come: fails if it does not. */
    ConsumerRecords<byte[], byte[]> nextBeforeEnd() {
        ConsumerRecords<byte[], byte[]> messages = next();
        long now = System.nanoTime();
        if (!messages.isEmpty()) {
            heardNanos = now;
        } else if (now - heardNanos > TIMEOUT.toNanos() && !isAtEnd()) {
            throw new TimeoutException("no message came though there are more");
        }
        return messages;
    }

    /** Whether everything was read that was there when it was opened. */
    boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), TIMEOUT) >= end.getValue());
    }

    @Override
    public void close() {
        close(consumer);
    }

    private static EventTopic open(String bootstrapServers, String topic) {
        KafkaProbe.requireKafka(bootstrapServers);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "allow.auto.create.topics", false,
                "enable.metrics.push", false);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return new EventTopic(consumer, topic);
        } catch (RuntimeException e) {
            close(consumer);
            throw e;
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, TIMEOUT).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + topic + ", so no gateway has run with it yet");
        }
        return partitions;
    }

    private static void close(Consumer<?, ?> consumer) {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}

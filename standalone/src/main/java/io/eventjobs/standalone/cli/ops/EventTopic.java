package io.eventjobs.standalone.cli.ops;

import java.time.Duration;
import java.util.HashMap;
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
 * Reads all partitions of a topic without a consumer group, so that the broker keeps no state of the reader. Messages with the
 * same key keep their order. Methods throw {@link KafkaException}. Not thread-safe.
 */
final class EventTopic implements AutoCloseable {
    /** For each request to Kafka, and for the next message if there must be one. */
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

    /** Opens the topic at the first message that Kafka retains. */
    static EventTopic fromBeginning(KafkaConnection kafka, String topic) {
        EventTopic opened = open(kafka, topic);
        opened.consumer.beginningOffsets(opened.partitions, TIMEOUT).forEach(opened.consumer::seek);
        return opened;
    }

    /** Opens the topic at its end: only messages that arrive after this call are read. */
    static EventTopic fromEnd(KafkaConnection kafka, String topic) {
        EventTopic opened = open(kafka, topic);
        opened.ends.forEach(opened.consumer::seek);
        return opened;
    }

    /** The next messages; empty if none arrives within half a second. */
    ConsumerRecords<byte[], byte[]> next() {
        return consumer.poll(POLL);
    }

    /** As {@link #next}, before the end at opening: fails if no message arrives in time. */
    ConsumerRecords<byte[], byte[]> nextBeforeEnd() {
        ConsumerRecords<byte[], byte[]> messages = next();
        long now = System.nanoTime();
        if (!messages.isEmpty()) {
            heardNanos = now;
        } else if (now - heardNanos > TIMEOUT.toNanos() && !isAtEnd()) {
            throw new TimeoutException("no message received before the end of the topic");
        }
        return messages;
    }

    /** Whether all messages have been read that were there when the topic was opened. */
    boolean isAtEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), TIMEOUT) >= end.getValue());
    }

    @Override
    public void close() {
        close(consumer);
    }

    private static EventTopic open(KafkaConnection kafka, String topic) {
        if (kafka.isPlaintext()) {
            KafkaProbe.requireKafka(kafka.bootstrapServers());
        }
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.putAll(Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", false,
                "allow.auto.create.topics", false,
                "enable.metrics.push", false));
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
            throw new KafkaException("unknown topic: " + topic + "; the first gateway creates it");
        }
        return partitions;
    }

    private static void close(Consumer<?, ?> consumer) {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}

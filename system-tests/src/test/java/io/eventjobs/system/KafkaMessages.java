package io.eventjobs.system;

import io.eventjobs.standalone.process.SingleProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads and writes Kafka topics with ordinary clients. */
final class KafkaMessages {
    private final Map<String, Object> settings;

    KafkaMessages(SingleProcess machine) {
        this(settings(machine));
    }

    KafkaMessages(String bootstrapServers) {
        this(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** @param settings of any client */
    KafkaMessages(Map<String, Object> settings) {
        this.settings = settings;
    }

    /** What a client of a machine's Kafka needs. */
    static Map<String, Object> settings(SingleProcess machine) {
        Map<String, Object> settings = new HashMap<>(machine.backends().kafkaSecurity());
        settings.put("bootstrap.servers", machine.backends().kafkaBootstrapServers());
        return settings;
    }

    void send(String topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic, key, value));
    }

    /** Sends a recorded message again, including its headers. */
    void resend(ConsumerRecord<String, byte[]> message) {
        send(new ProducerRecord<>(
                message.topic(), message.partition(), message.key(), message.value(), message.headers()));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** All messages of a topic with this key, up to its current end. */
    List<ConsumerRecord<String, byte[]>> ofKey(String topic, String key) {
        return all(topic).stream().filter(message -> key.equals(message.key())).toList();
    }

    /** All messages of a topic up to its current end, ordered by partition. */
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}

package io.eventjobs.worker.kafka;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultShareConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Creates a worker's Kafka clients with the settings that its protocol requires. */
final class KafkaClients {
    /** Well below a lease, so that a worker notices in time that it has lost contact. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    /** Messages of many jobs share a request, which costs more than the messages. */
    private static final int LINGER_MILLIS = 3;

    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
    private static final int MAX_BLOCK_MILLIS = 5_000;

    /** A worker whose slots are all busy holds no records, so it may stay away from Kafka as long as its longest job runs. */
    private static final int MAX_POLL_INTERVAL_MILLIS = 24 * 60 * 60 * 1000;

    /** Settings of ordinary consumers that a share consumer rejects. */
    private static final List<String> REFUSED_BY_SHARE_CONSUMERS = List.of(
            "auto.offset.reset",
            "enable.auto.commit",
            "group.instance.id",
            "isolation.level",
            "partition.assignment.strategy",
            "interceptor.classes",
            "session.timeout.ms",
            "heartbeat.interval.ms",
            "group.protocol",
            "group.remote.assignor");

    private final KafkaProperties kafka;
    private final Topics topics;

    KafkaClients(KafkaProperties kafka, Topics topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    Map<String, Object> adminSettings() {
        return kafka.buildAdminProperties();
    }

    KafkaTemplate<String, byte[]> reports() {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
        return new KafkaTemplate<>(
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /** A consumer without a group, since only this worker reads its partition. */
    Consumer<String, byte[]> controls(WorkerId workerId) {
        return new DefaultKafkaConsumerFactory<>(
                        kafka.buildConsumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())
                .createConsumer(workerId.value(), "");
    }

    /** @param maxPerPoll maximum number of commands per poll */
    ShareConsumer<String, byte[]> commands(int maxPerPoll) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        REFUSED_BY_SHARE_CONSUMERS.forEach(settings::remove);
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        settings.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPerPoll);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MILLIS);
        ShareConsumer<String, byte[]> consumer = new DefaultShareConsumerFactory<String, byte[]>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer(), true)
                .createShareConsumer(topics.workersGroup(), null);
        consumer.subscribe(Set.of(topics.commands()));
        return consumer;
    }
}

package io.eventjobs.gateway.kafka;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.trace.JobTraces;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The gateway's Kafka clients. Connection settings come from {@code spring.kafka.*}; settings that the protocol requires are fixed here.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class KafkaConfiguration {
    /** Time after which an unacknowledged send fails; well below a lease. */
    private static final int DELIVERY_MILLIS = 10_000;
    /** Messages of many jobs share a request, which costs more than the messages. */
    private static final int LINGER_MILLIS = 3;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int SEND_BLOCK_MILLIS = 5_000;

    @Bean
    ReportPartitions reportPartitions(TopicProperties topics) {
        return new ReportPartitions(topics.partitions());
    }

    @Bean
    GatewaySender gatewaySender(KafkaProperties kafka, TopicProperties topics, JobTraces traces) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_BLOCK_MILLIS);
        DefaultKafkaProducerFactory<String, byte[]> factory =
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new GatewaySender(new KafkaTemplate<>(factory), topics.topics(), traces);
    }

    @Bean
    OwnedPartitions ownedPartitions(ReportPartitions partitions) {
        return new OwnedPartitions(partitions);
    }

    @Bean
    TaskRunner kafkaStart(TopicSetup topics, KafkaProperties kafka, ObjectProvider<MessageListenerContainer> reports) {
        return new TaskRunner(
                "kafka-start",
                Phases.KAFKA,
                new Signal(),
                new KafkaStart(topics, () -> Admin.create(kafka.buildAdminProperties()), reports.getIfAvailable()));
    }
}

package io.eventjobs.gateway.kafka;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.trace.JobTraces;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
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
    CommandLog commandLog(KafkaProperties kafka, TopicProperties topics) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        return new CommandLog(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                topics.topics().commands());
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

package io.eventjobs.gateway.control;

import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.kafka.GatewaySender;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.kafka.TopicSetup;
import io.eventjobs.gateway.projection.ReportListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** Kafka as the gateway uses it. Connection settings come from {@code spring.kafka.*}; what the protocol rests on is set here. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class KafkaConfiguration {
    /** No acknowledgement for so long and a send has failed; well below a lease. */
    private static final int DELIVERY_MILLIS = 10_000;
    /** Messages of many jobs share a request, which costs more than they do. */
    private static final int LINGER_MILLIS = 3;

    private static final int REQUEST_MILLIS = 5_000;
    private static final int SEND_BLOCK_MILLIS = 5_000;
    /** A dead gateway's partitions are taken over after this; the smallest that brokers allow by default is 6 s. */
    private static final int SESSION_MILLIS = 8_000;

    private static final int MAX_REPORTS_PER_POLL = 500;

    @Bean
    ReportPartitions reportPartitions(TopicProperties topics) {
        return new ReportPartitions(topics.partitions());
    }

    @Bean
    GatewaySender gatewaySender(KafkaProperties kafka, TopicProperties topics) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SEND_BLOCK_MILLIS);
        DefaultKafkaProducerFactory<String, byte[]> factory =
                new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        return new GatewaySender(new KafkaTemplate<>(factory), topics.topics());
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> reportContainer(
            KafkaProperties kafka, TopicProperties topics, ReportListener listener, MeterRegistry meters) {
        ContainerProperties container = new ContainerProperties(topics.topics().reports());
        container.setGroupId(topics.topics().gatewaysGroup());
        container.setMessageListener(listener);
        container.setConsumerRebalanceListener(listener);
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        container.setSyncCommits(false);
        DefaultKafkaConsumerFactory<String, byte[]> factory = new DefaultKafkaConsumerFactory<>(
                consumerSettings(kafka, topics), new StringDeserializer(), new ByteArrayDeserializer());
        factory.addListener(new MicrometerConsumerListener<>(meters));
        ConcurrentMessageListenerContainer<String, byte[]> reports =
                new ConcurrentMessageListenerContainer<>(factory, container);
        reports.setBeanName("reports");
        // Started by KafkaStart when the topics are there.
        reports.setAutoStartup(false);
        return reports;
    }

    @Bean
    TaskRunner kafkaStart(
            TopicSetup topics, KafkaProperties kafka, ConcurrentMessageListenerContainer<String, byte[]> reports) {
        return new TaskRunner(
                "kafka-start",
                Phases.KAFKA,
                new Signal(),
                new KafkaStart(topics, kafka.buildAdminProperties(), reports));
    }

    private static Map<String, Object> consumerSettings(KafkaProperties kafka, TopicProperties topics) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_REPORTS_PER_POLL);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 4);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        if (topics.instanceId() != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, topics.instanceId());
        }
        return settings;
    }
}

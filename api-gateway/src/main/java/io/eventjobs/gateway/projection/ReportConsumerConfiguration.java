package io.eventjobs.gateway.projection;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** The consumer of reports. Connection settings come from {@code spring.kafka.*}; settings that the protocol requires are fixed here. */
@Configuration(proxyBeanMethods = false)
class ReportConsumerConfiguration {
    /** Session timeout, after which a dead gateway's partitions are reassigned; brokers allow no less than 6 s by default. */
    private static final int SESSION_MILLIS = 8_000;

    private static final int MAX_REPORTS_PER_POLL = 500;

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
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
        // Started by KafkaStart once the topics exist.
        reports.setAutoStartup(false);
        return reports;
    }

    @Bean
    @ConditionalOnRole(value = GatewayRole.CONTROL, missing = true)
    TaskRunner presenceRunner(KafkaProperties kafka, TopicProperties topics, WorkerRegistry workers) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new TaskRunner(
                "presence",
                Phases.KAFKA,
                new Signal(),
                new PresenceReader(
                        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                        topics.topics().reports(),
                        workers));
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

package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.security.Callers;
import io.eventjobs.gateway.stream.EventFeed.EventTopicName;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {
    private static final int MAX_POLLED = 500;
    /** Many events share a request; people see them so much later at worst. */
    private static final int FETCH_WAIT_MILLIS = 100;

    private static final int FETCH_BYTES = 64 << 10;

    @Bean
    StreamMeters streamMeters(MeterRegistry registry) {
        return new StreamMeters(registry);
    }

    @Bean
    OpenStreams openStreams(StreamProperties properties, StreamMeters meters) {
        return new OpenStreams(properties, meters);
    }

    @Bean
    TopicHistory topicHistory(KafkaProperties kafka, TopicProperties topics) {
        return new TopicHistory(consumers(kafka), topic(topics));
    }

    @Bean
    EventFeed eventFeed(
            KafkaProperties kafka,
            TopicProperties topics,
            TopicHistory history,
            StreamMeters meters,
            Clock clock,
            StreamProperties properties) {
        return new EventFeed(
                consumers(kafka),
                history,
                topic(topics),
                meters,
                clock,
                properties.window().toBytes());
    }

    @Bean
    EventStreams eventStreams(EventFeed feed, OpenStreams open, Ticker ticker, StreamProperties properties) {
        return new EventStreams(feed, open, ticker, properties.maxUnsent());
    }

    @Bean
    BatchStreamAddress batchStreamAddress(EventFeed feed, ReportPartitions partitions) {
        return batch -> {
            int partition = partitions.of(batch.value());
            return feed.end()
                    .map(end -> new BatchPosition(partition, end.of(partition), 0))
                    .map(position -> "/api/jobs/batch/" + URLEncoder.encode(batch.value(), StandardCharsets.UTF_8)
                            + "/stream?last_event_id=" + position.text());
        };
    }

    @Bean
    @ConditionalOnRole(GatewayRole.HTTP)
    TaskRunner eventFeedRunner(EventFeed feed) {
        return new TaskRunner("event-feed", Phases.KAFKA, new Signal(), feed);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.HTTP)
    TaskRunner streamHeartbeatRunner(OpenStreams open) {
        return new TaskRunner("stream-heartbeat", Phases.BACKGROUND, new Signal(), new StreamHeartbeats(open));
    }

    @Bean
    TaskRunner streamRevocationRunner(OpenStreams open, Callers callers) {
        return new TaskRunner(
                "stream-revocation", Phases.BACKGROUND, new Signal(), new StreamRevocation(open, callers));
    }

    @Bean
    StreamDrain streamDrain(OpenStreams open) {
        return new StreamDrain(open);
    }

    private static EventTopicName topic(TopicProperties topics) {
        return new EventTopicName(topics.topics().events(), topics.partitions());
    }

    /** Without a group: each gateway reads all partitions, and no offset is committed. */
    private static Supplier<Consumer<String, byte[]>> consumers(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // An offset that no longer exists: what is left from the beginning, rather than to lose something.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLLED);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

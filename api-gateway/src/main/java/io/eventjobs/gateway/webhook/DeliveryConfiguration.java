package io.eventjobs.gateway.webhook;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.kafka.TopicProperties;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.gateway.mongo.WebhookRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.GuardedPostClient;
import io.eventjobs.http.HostResolver;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The delivery of webhooks, where they are enabled. */
@Configuration(proxyBeanMethods = false)
// A setting that is there and empty is as good as none: compose files pass settings on like this.
@ConditionalOnExpression("!'${event-jobs.webhooks.encryption-key:}'.isBlank()")
class DeliveryConfiguration {
    private static final int SESSION_MILLIS = 8_000;
    private static final int MAX_POLLED = 500;
    /** Events are read, looked up and committed together; a delivery begins so much later at worst. */
    private static final int FETCH_WAIT_MILLIS = 100;

    private static final int FETCH_BYTES = 64 << 10;
    private static final String USER_AGENT = "EventJobs-Webhook/1";

    @Bean
    Signal deliveriesWaiting() {
        return new Signal();
    }

    @Bean
    GuardedPostClient webhookClient(WebhookProperties properties) {
        return new GuardedPostClient(
                new AllowedHosts(Set.copyOf(properties.allowedPrivateHosts())), HostResolver.SYSTEM, USER_AGENT);
    }

    @Bean
    DeliveryCreation deliveryCreation(
            KafkaProperties kafka,
            TopicProperties topics,
            WebhookRecords webhooks,
            DeliveryRecords deliveries,
            Signal deliveriesWaiting,
            Clock clock) {
        return new DeliveryCreation(consumers(kafka, topics), webhooks, deliveries, deliveriesWaiting, clock);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner deliveryCreationRunner(DeliveryCreation creation) {
        return new TaskRunner("webhook-events", Phases.KAFKA, new Signal(), creation);
    }

    @Bean
    DeliveryAttempt deliveryAttempt(
            GuardedPostClient webhookClient,
            WebhookProperties properties,
            JobRecords jobs,
            ArtifactStore store,
            Clock clock,
            Ticker ticker) {
        WebhookVault vault = Objects.requireNonNull(WebhookConfiguration.vault(properties));
        return new DeliveryAttempt(webhookClient, vault, new DeliveryBody(jobs, store), clock, ticker);
    }

    @Bean
    DeliveryOutcomes deliveryOutcomes(
            DeliveryRecords deliveries,
            WebhookRecords webhooks,
            WebhookProperties properties,
            WebhookMeters meters,
            AuditLog audit,
            Clock clock) {
        RetrySchedule schedule =
                new RetrySchedule(properties.firstRetry(), properties.giveUpAfter(), RandomGenerator.getDefault());
        return new DeliveryOutcomes(
                deliveries,
                webhooks,
                schedule,
                properties.disableAfter(),
                new DeliveryOutcomes.Notices(meters, audit),
                clock);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner deliveryRunner(
            DeliveryRecords deliveries,
            WebhookRecords webhooks,
            DeliveryAttempt attempt,
            DeliveryOutcomes outcomes,
            ExecutorService backgroundExecutor,
            Clock clock,
            Signal deliveriesWaiting,
            WebhookProperties properties) {
        DeliverySlots slots = new DeliverySlots(backgroundExecutor, properties.maxConcurrent(), deliveriesWaiting);
        DeliveryTask task = new DeliveryTask(deliveries, webhooks, attempt, outcomes, slots, clock);
        return new TaskRunner("webhook-deliveries", Phases.BACKGROUND, deliveriesWaiting, task);
    }

    private static Supplier<Consumer<String, byte[]>> consumers(KafkaProperties kafka, TopicProperties topics) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.topics().prefix() + ".webhooks");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLLED);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 4);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        if (topics.instanceId() != null) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, topics.instanceId());
        }
        return () -> {
            Consumer<String, byte[]> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
            consumer.subscribe(List.of(topics.topics().events()));
            return consumer;
        };
    }
}

package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.background.Phases;
import io.eventjobs.gateway.background.Signal;
import io.eventjobs.gateway.background.TaskRunner;
import io.eventjobs.gateway.mongo.DeliveryRecords;
import io.eventjobs.gateway.mongo.WebhookRecords;
import io.eventjobs.gateway.role.ConditionalOnRole;
import io.eventjobs.gateway.role.GatewayRole;
import io.eventjobs.gateway.transition.ConditionalUpdate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What there is of webhooks even where they are not enabled: they are refused, and their metrics are zero. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {
    @Bean
    WebhookReader webhookReader(WebhookProperties properties) {
        return new WebhookReader(isEnabled(properties));
    }

    @Bean
    WebhookRegistration webhookRegistration(
            WebhookRecords records, WebhookProperties properties, ConditionalUpdate update, Clock clock) {
        return new WebhookRegistration(records, vault(properties), update, clock);
    }

    @Bean
    WebhookMeters webhookMeters(MeterRegistry registry) {
        return new WebhookMeters(registry);
    }

    @Bean
    @ConditionalOnRole(GatewayRole.CONTROL)
    TaskRunner webhookRetentionRunner(
            WebhookRecords webhooks, DeliveryRecords deliveries, WebhookProperties properties, Clock clock) {
        return new TaskRunner(
                "webhook-retention",
                Phases.BACKGROUND,
                new Signal(),
                new WebhookRetention(webhooks, deliveries, properties.retention(), clock));
    }

    static boolean isEnabled(WebhookProperties properties) {
        return properties.encryptionKey() != null && !properties.encryptionKey().isBlank();
    }

    static @Nullable WebhookVault vault(WebhookProperties properties) {
        String key = properties.encryptionKey();
        return key == null || key.isBlank() ? null : new WebhookVault(new SecretVault(key), properties.secretOverlap());
    }
}

package io.eventjobs.gateway.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Webhooks ({@code event-jobs.webhooks.*}).
 *
 * @param encryptionKey 32 bytes in base64, with which secrets and headers are stored; without it webhooks are refused
 * @param allowedPrivateHosts hosts that may be called although they are not public
 * @param firstRetry pause before the second try; the third comes after five times this
 * @param giveUpAfter a delivery fails for good after this time
 * @param disableAfter a webhook none of whose deliveries succeeded for this time is switched off when a delivery fails
 * @param maxConcurrent maximum number of deliveries that one gateway makes at the same time
 * @param secretOverlap how long a replaced secret still signs
 * @param retention how long finished deliveries are kept
 */
@Validated
@ConfigurationProperties("event-jobs.webhooks")
record WebhookProperties(
        @Nullable String encryptionKey,
        @Nullable List<String> allowedPrivateHosts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("12h") Duration disableAfter,
        @DefaultValue("32") @Min(1) @Max(1_000) int maxConcurrent,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue("7d") Duration retention) {
    WebhookProperties {
        allowedPrivateHosts = allowedPrivateHosts == null ? List.of() : List.copyOf(allowedPrivateHosts);
    }

    /** Settings are printed; the key must not be. */
    @Override
    public String toString() {
        return "WebhookProperties[encryptionKey=" + (encryptionKey == null ? "none" : "***") + "]";
    }
}

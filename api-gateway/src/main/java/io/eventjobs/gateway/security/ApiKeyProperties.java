package io.eventjobs.gateway.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The single API key ({@code event-jobs.api-key}).
 *
 * @param apiKey key that callers must send; required
 */
@Validated
@ConfigurationProperties("event-jobs")
record ApiKeyProperties(
        @NotBlank(message = "must be set (EVENT_JOBS_API_KEY); the gateway does not start without a key")
                String apiKey) {}

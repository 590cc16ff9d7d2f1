package io.eventjobs.gateway.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The one key for now ({@code event-jobs.api-key}); tenants and roles come with keys of their own.
 *
 * @param apiKey what callers must show; the start fails without it
 */
@Validated
@ConfigurationProperties("event-jobs")
record ApiKeyProperties(
        @NotBlank(message = "must be set (EVENT_JOBS_API_KEY); the gateway does not start without a key")
                String apiKey) {}

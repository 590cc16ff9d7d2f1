package io.eventjobs.worker.chat;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The language model that a worker uses ({@code event-jobs.chat.*}). Without a URL no model is used.
 *
 * @param url of an OpenAI-compatible service, e.g. {@code https://api.example.com/v1}; {@code /chat/completions} is added
 *     unless it is there
 * @param apiKey sent as a bearer token, if there is one
 * @param model name of the model at the service
 * @param timeout of one attempt, 1 s to 30 min
 * @param maxConcurrentCalls from this worker, 1 to 64
 * @param maxTokens of one answer, 256 to 65,536
 * @param pricePerMillionInputTokens null if costs are not computed
 * @param pricePerMillionOutputTokens null if costs are not computed
 */
@Validated
@ConfigurationProperties("event-jobs.chat")
public record ChatProperties(
        @Nullable URI url,
        @Nullable String apiKey,
        @DefaultValue("default") String model,
        @DefaultValue("120s") @DurationMin(seconds = 1) @DurationMax(minutes = 30) Duration timeout,
        @DefaultValue("4") @Min(1) @Max(64) int maxConcurrentCalls,
        @DefaultValue("4096") @Min(256) @Max(65_536) int maxTokens,
        @Nullable @DecimalMin("0") BigDecimal pricePerMillionInputTokens,
        @Nullable @DecimalMin("0") BigDecimal pricePerMillionOutputTokens) {}

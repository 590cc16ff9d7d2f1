package io.eventjobs.gateway.template;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where templates are stored ({@code event-jobs.templates.*}).
 *
 * @param folder folder with templates in addition to the built-in ones; must be the same on every gateway
 * @param refreshInterval maximum age of cached templates of the folder and of tenants, 100 ms to 1 h
 * @param maxPerTenant maximum number of a tenant's templates in the object store, 1 to 1,000
 */
@Validated
@ConfigurationProperties("event-jobs.templates")
record TemplateProperties(
        @Nullable Path folder,
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(hours = 1) Duration refreshInterval,
        @DefaultValue("100") @Min(1) @Max(1_000) int maxPerTenant) {}

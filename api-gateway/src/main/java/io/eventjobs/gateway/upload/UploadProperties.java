package io.eventjobs.gateway.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of uploads ({@code event-jobs.uploads.*}).
 *
 * @param maxBytes maximum size of one file
 * @param maxConcurrent maximum number of files that one gateway receives at the same time
 * @param maxUnreferenced maximum number of a tenant's files that no job ever referred to
 * @param retention how long a file is kept that no job refers to, or whose last job is gone
 * @param folder for files while they are received; the system's temporary folder if null
 */
@Validated
@ConfigurationProperties("event-jobs.uploads")
record UploadProperties(
        @DefaultValue("209715200") @Min(1) @Max(2_147_483_647) long maxBytes,
        @DefaultValue("32") @Min(1) @Max(1_000) int maxConcurrent,
        @DefaultValue("1000") @Min(1) int maxUnreferenced,
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration retention,
        @Nullable Path folder) {}

package io.eventjobs.gateway.quota;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of each tenant ({@code event-jobs.quotas.*}); 0 is no limit, the default of all.
 *
 * @param requestsPerSecond average number of requests per second to one gateway
 * @param requestBurst number of requests that may arrive at once after a pause
 * @param unfinishedJobs maximum number of jobs that wait or run
 * @param runningJobs maximum number of jobs that are dispatched or run; of several gateways each has its share, rounded up
 * @param storedSize maximum size of all objects, as last counted, plus the uploads since; neither uploads nor jobs are accepted beyond it
 */
@Validated
@ConfigurationProperties("event-jobs.quotas")
record QuotaProperties(
        @DefaultValue("0") @Min(0) @Max(1_000_000) int requestsPerSecond,
        @DefaultValue("100") @Min(1) @Max(1_000_000) int requestBurst,
        @DefaultValue("0") @Min(0) int unfinishedJobs,
        @DefaultValue("0") @Min(0) int runningJobs,
        @DefaultValue("0") DataSize storedSize) {}

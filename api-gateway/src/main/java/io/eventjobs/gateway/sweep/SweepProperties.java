package io.eventjobs.gateway.sweep;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is deleted, and when ({@code event-jobs.sweep.*}).
 *
 * @param interval between two rounds
 * @param maxObjects maximum number of objects examined in one round
 * @param grace minimum age before objects of losing executions are deleted; longer than any download
 * @param checkpointRetention how long results of finished steps are kept
 * @param maxCheckpointSize maximum size of a tenant's checkpoints, without those younger than the grace period; the oldest are deleted
 *   first
 * @param retention time after which finished jobs are deleted with all their results; null keeps them
 */
@Validated
@ConfigurationProperties("event-jobs.sweep")
record SweepProperties(
        @DefaultValue("30s") @DurationMin(millis = 100) Duration interval,
        @DefaultValue("1000") @Min(1) @Max(1_000) int maxObjects,
        @DefaultValue("6h") @DurationMin Duration grace,
        @DefaultValue("30d") @DurationMin Duration checkpointRetention,
        @DefaultValue("100GB") DataSize maxCheckpointSize,
        @Nullable @DurationMin(seconds = 1) Duration retention) {}

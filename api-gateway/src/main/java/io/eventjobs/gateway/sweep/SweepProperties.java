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
 * What is taken away, and when ({@code event-jobs.sweep.*}).
 *
 * @param interval between two rounds
 * @param maxObjects maximum number of objects that one round looks at
 * @param grace objects of losing executions are left alone for so long; longer than any download
 * @param checkpointRetention results of finished steps are kept for so long
 * @param maxCheckpointSize a tenant keeps no more of them, but for what is younger than the grace; the oldest go first
 * @param retention finished jobs are deleted after this, with all that they made; null keeps them
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

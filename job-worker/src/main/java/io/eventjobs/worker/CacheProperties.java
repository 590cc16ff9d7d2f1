package io.eventjobs.worker;

import io.eventjobs.worker.checkpoint.CheckpointLimits;
import io.eventjobs.worker.session.fetch.Freshness;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a job with {@code use_cache} goes on from that others did ({@code event-jobs.worker.cache.*}).
 *
 * @param recent so long after it was fetched, what its host named neither ETag nor Last-Modified of is used without asking
 * @param maxAge so long after it was fetched it is fetched anew whatever its host says; less than {@code
 *     event-jobs.sweep.checkpoint-retention}, or it is gone before
 * @param maxBytes a larger result of one step is not kept
 * @param maxFiles nor one of more files, 1 to 10,000
 * @param schedules so long after it was fetched, the schedule of an event is used for other sessions without asking its host
 * @param maxSchedules schedules in memory, 1 to 100; each takes about three times the size of its file
 */
@Validated
@ConfigurationProperties("event-jobs.worker.cache")
public record CacheProperties(
        @DefaultValue("5m") @DurationMin Duration recent,
        @DefaultValue("14d") @DurationMin Duration maxAge,
        @DefaultValue("256MB") DataSize maxBytes,
        @DefaultValue("1200") @Min(1) @Max(10_000) int maxFiles,
        @DefaultValue("5m") @DurationMin Duration schedules,
        @DefaultValue("4") @Min(1) @Max(100) int maxSchedules) {
    Freshness freshness() {
        return new Freshness(recent, maxAge);
    }

    CheckpointLimits limits() {
        return new CheckpointLimits(CheckpointLimits.DEFAULT.documentBytes(), maxFiles, maxBytes.toBytes());
    }
}

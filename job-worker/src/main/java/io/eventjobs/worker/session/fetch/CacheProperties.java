package io.eventjobs.worker.session.fetch;

import io.eventjobs.worker.checkpoint.CheckpointLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of reuse of other jobs' results, for jobs with {@code use_cache} ({@code event-jobs.worker.cache.*}).
 *
 * @param revalidateAfter how long after it was fetched a response without ETag and Last-Modified is used without asking its host
 * @param maxAge maximum age of a response since it was fetched, regardless of its host; less than {@code
 *     event-jobs.sweep.checkpoint-retention}, or it is gone before
 * @param maxBytes of one result; a larger one is not stored
 * @param maxFiles of one result, 1 to 10,000; one with more is not stored
 * @param scheduleRevalidateAfter how long after it was fetched the schedule of an event is used for other sessions without asking its host
 * @param maxSchedules schedules in memory, 1 to 100; each takes about three times the size of its file
 */
@Validated
@ConfigurationProperties("event-jobs.worker.cache")
public record CacheProperties(
        @DefaultValue("5m") @DurationMin Duration revalidateAfter,
        @DefaultValue("14d") @DurationMin Duration maxAge,
        @DefaultValue("256MB") DataSize maxBytes,
        @DefaultValue("1200") @Min(1) @Max(10_000) int maxFiles,
        @DefaultValue("5m") @DurationMin Duration scheduleRevalidateAfter,
        @DefaultValue("4") @Min(1) @Max(100) int maxSchedules) {
    public Freshness freshness() {
        return new Freshness(revalidateAfter, maxAge);
    }

    public CheckpointLimits limits() {
        return new CheckpointLimits(CheckpointLimits.DEFAULT.documentBytes(), maxFiles, maxBytes.toBytes());
    }
}

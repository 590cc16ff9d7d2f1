package io.eventjobs.gateway.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of what is accepted ({@code event-jobs.submission.*}).
 *
 * @param maxJobBytes maximum bytes of one job's JSON, its transcript apart
 * @param maxInlineTranscriptCharacters a longer {@code video_transcript} goes to the object store
 * @param maxBatchJobs maximum number of jobs of one batch
 * @param maxBacklog maximum number of unfinished jobs, beyond which nothing is accepted
 * @param idempotencyRetention how long a key answers the first reply again
 * @param abandonedAfter a batch that is being created for so long is discarded
 */
@Validated
@ConfigurationProperties("event-jobs.submission")
record SubmissionProperties(
        @DefaultValue("262144") @Min(1_024) int maxJobBytes,
        @DefaultValue("65536") @Min(0) int maxInlineTranscriptCharacters,
        @DefaultValue("10000") @Min(1) @Max(10_000) int maxBatchJobs,
        @DefaultValue("200000") @Min(1) int maxBacklog,
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration idempotencyRetention,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration abandonedAfter) {}

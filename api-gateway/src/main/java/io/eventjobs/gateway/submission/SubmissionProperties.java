package io.eventjobs.gateway.submission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of submissions ({@code event-jobs.submission.*}).
 *
 * @param maxJobBytes maximum size of one job's JSON, without its transcript
 * @param maxInlineTranscriptCharacters a longer {@code video_transcript} is stored in the object store
 * @param maxBatchJobs maximum number of jobs in a batch
 * @param maxBacklog maximum number of unfinished jobs; beyond it submissions are refused
 * @param idempotencyRetention how long a repeated idempotency key returns the original response
 * @param abandonedAfter time after which an incomplete batch creation is discarded
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

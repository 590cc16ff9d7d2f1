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
 * @param jobBytes most bytes of one job's JSON, its transcript apart
 * @param inlineTranscriptCharacters a longer {@code video_transcript} goes to the object store
 * @param batchJobs most jobs of one batch
 * @param backlog most unfinished jobs; beyond it nothing is accepted
 * @param idempotency how long a key answers the first reply again
 * @param abandoned a batch that is being created for so long is discarded
 */
@Validated
@ConfigurationProperties("event-jobs.submission")
record SubmissionProperties(
        @DefaultValue("262144") @Min(1_024) int jobBytes,
        @DefaultValue("65536") @Min(0) int inlineTranscriptCharacters,
        @DefaultValue("10000") @Min(1) @Max(10_000) int batchJobs,
        @DefaultValue("200000") @Min(1) int backlog,
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration idempotency,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration abandoned) {}

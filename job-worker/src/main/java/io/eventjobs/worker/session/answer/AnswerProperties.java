package io.eventjobs.worker.session.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a language model is asked for the fields of templates ({@code event-jobs.answers.*}).
 *
 * @param maxPartCharacters of material in one call, 1,000 to 1,000,000; longer material is first reduced to notes, part by part
 * @param maxParts maximum number of parts per session, 1 to 100; the rest is left out, with a warning
 * @param maxRepairs how often a job asks again because answers were not acceptable, 0 to 10
 */
@Validated
@ConfigurationProperties("event-jobs.answers")
public record AnswerProperties(
        @DefaultValue("60000") @Min(1_000) @Max(1_000_000) int maxPartCharacters,
        @DefaultValue("8") @Min(1) @Max(100) int maxParts,
        @DefaultValue("2") @Min(0) @Max(10) int maxRepairs) {}

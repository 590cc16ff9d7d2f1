package io.eventjobs.model.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution ended without results.
 *
 * @param code what it was; decides by its kind what happens next
 * @param message one or two sentences that may be shown to the job's owner, at most 1,000 characters
 * @param step where it happened, null when no step had begun
 * @param retryAfter how long the other side asked to wait, null when it said nothing
 * @param trace for operators only: never in the API of tenants, at most 8,000 characters
 */
public record Failure(
        FailureCode code,
        String message,
        @Nullable ProgressStep step,
        @Nullable Duration retryAfter,
        @Nullable String trace) {
    public Failure {
        message = Texts.shortened(message, 1_000);
        trace = trace == null ? null : Texts.shortened(trace, 8_000);
    }

    public static Failure of(FailureCode code, String message) {
        return new Failure(code, message, null, null, null);
    }

    public Failure at(@Nullable ProgressStep at) {
        return new Failure(code, message, at, retryAfter, trace);
    }
}

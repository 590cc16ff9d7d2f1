package io.eventjobs.model.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution ended without results.
 *
 * @param code the reason; its kind decides what happens next
 * @param message one or two sentences for the job's owner, cut to 1,000 characters
 * @param step the step that failed, null if none had begun
 * @param retryAfter how long the third party asked to wait, null if it did not
 * @param trace stack trace, for operators only and never shown to tenants, cut to 8,000 characters
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

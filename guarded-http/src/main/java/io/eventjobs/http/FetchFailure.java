package io.eventjobs.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failed fetch.
 *
 * @param status HTTP status of the response, 0 if it is not relevant or there was none
 * @param message one sentence for the owner of the job; does not reveal what a blocked address resolves to
 * @param retryAfter how long to wait before a retry, null if unknown
 */
public record FetchFailure(FetchCode code, int status, String message, @Nullable Duration retryAfter) {
    static FetchFailure of(FetchCode code, String message) {
        return new FetchFailure(code, 0, message, null);
    }
}

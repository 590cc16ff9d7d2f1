package io.eventjobs.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a fetch failed.
 *
 * @param status of the answer, 0 when there was none
 * @param message for the owner of the job; of a blocked address it says nothing of what is there
 * @param retryAfter how long the host asked to wait, null when it said nothing
 */
public record FetchFailure(FetchCode code, int status, String message, @Nullable Duration retryAfter) {
    static FetchFailure of(FetchCode code, String message) {
        return new FetchFailure(code, 0, message, null);
    }
}

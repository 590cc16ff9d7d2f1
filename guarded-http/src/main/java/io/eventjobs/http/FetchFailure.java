package io.eventjobs.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The details of a failed fetch.
 *
 * @param status HTTP status of the response, 0 if it is not relevant or there was none
 * @param message one sentence for the owner of the job; does not reveal what a blocked address resolves to
 * @param retryAfter how long to wait before a retry, null if unknown
 * @param address whose host failed: after a redirect not the requested one; null if no host was asked
 */
public record FetchFailure(
        FetchCode code, int status, String message, @Nullable Duration retryAfter, @Nullable URI address) {
    static FetchFailure of(FetchCode code, String message) {
        return new FetchFailure(code, 0, message, null, null);
    }

    /** Names who was asked; nothing is added where nobody was, so that a blocked address looks the same whatever it leads to. */
    FetchFailure at(URI asked) {
        if (code == FetchCode.ADDRESS_BLOCKED || code == FetchCode.HOST_UNRESOLVED) {
            return this;
        }
        return new FetchFailure(code, status, message, retryAfter, asked);
    }
}

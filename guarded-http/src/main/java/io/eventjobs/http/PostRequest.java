package io.eventjobs.http;

import java.time.Duration;
import java.util.Map;

/**
 * A body to be sent to an address that a user supplied.
 *
 * @param address as the user wrote it; validated by the client
 * @param headers names and values
 * @param body at most what the caller allows; must not be modified
 * @param timeout from the first connect to the end of the response
 */
public record PostRequest(String address, Map<String, String> headers, byte[] body, Duration timeout) {
    public PostRequest {
        headers = Map.copyOf(headers);
    }

    /** Headers may contain secrets. */
    @Override
    public String toString() {
        return "PostRequest[" + body.length + " bytes]";
    }
}

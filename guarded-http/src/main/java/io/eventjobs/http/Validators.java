package io.eventjobs.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The validators of a stored response, for conditional requests (RFC 9110, section 8.8).
 *
 * @param address the final address of the response; the validators are sent to no other
 * @param etag weak or strong, with its quotes; null if the response had none
 * @param lastModified value of {@code Last-Modified}, null if the response had none
 */
public record Validators(URI address, @Nullable String etag, @Nullable String lastModified) {
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff]{1,1000}");

    public Validators {
        etag = sendable(etag);
        lastModified = sendable(lastModified);
    }

    /** Whether no conditional request is possible. */
    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    Optional<Validators> at(URI asked) {
        return asked.equals(address) && !isEmpty() ? Optional.of(this) : Optional.empty();
    }

    /** Hosts send anything, and stored values may be damaged: what is not a valid header value is dropped. */
    private static @Nullable String sendable(@Nullable String value) {
        return value == null || !SENDABLE.matcher(value).matches() ? null : value;
    }
}

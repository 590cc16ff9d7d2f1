package io.eventjobs.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a host said of a resource for asking later whether it has changed.
 *
 * @param address that said so: it alone is told
 * @param etag with its quotes, weak or strong; null if the host named none
 * @param lastModified as the host wrote it, null if it named none
 */
public record Validators(URI address, @Nullable String etag, @Nullable String lastModified) {
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e\\x80-\\xff]{1,1000}");

    public Validators {
        etag = sendable(etag);
        lastModified = sendable(lastModified);
    }

    /** Whether there is nothing that could be asked with. */
    public boolean isEmpty() {
        return etag == null && lastModified == null;
    }

    Optional<Validators> at(URI asked) {
        return asked.equals(address) && !isEmpty() ? Optional.of(this) : Optional.empty();
    }

    /** Hosts write anything, and what was kept may have been damaged: nothing goes back that is no header's value. */
    private static @Nullable String sendable(@Nullable String value) {
        return value == null || !SENDABLE.matcher(value).matches() ? null : value;
    }
}

package io.eventjobs.http;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched, with status 200.
 *
 * @param address that answered, after redirects
 * @param contentType media type in lower case without parameters, null if the host named none
 * @param charset as named by the host, null if it named none
 * @param bytes of the body, decompressed
 * @param file the target of the request
 * @param etag null if the host named none
 * @param lastModified as the host wrote it, null if it named none
 * @param mayBeStored false when the host forbids to store its answer ({@code Cache-Control: no-store})
 */
public record FetchedResource(
        URI address,
        @Nullable String contentType,
        @Nullable String charset,
        long bytes,
        Path file,
        @Nullable String etag,
        @Nullable String lastModified,
        boolean mayBeStored) {
    /** What to ask with whether it has changed. */
    public Validators validators() {
        return new Validators(address, etag, lastModified);
    }
}

package io.eventjobs.http;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A fetched resource; its status was 200.
 *
 * @param address final address, after redirects
 * @param contentType media type in lower case without parameters, null if the response had none
 * @param charset charset parameter of the content type, null if the response had none
 * @param bytes size of the body, decompressed
 * @param file {@link FetchRequest#target()}
 * @param etag value of {@code ETag}, null if the response had none
 * @param lastModified value of {@code Last-Modified}, null if the response had none
 * @param mayBeStored false if the response has {@code Cache-Control: no-store} (RFC 9111)
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
    /** The validators for a later conditional request. */
    public Validators validators() {
        return new Validators(address, etag, lastModified);
    }
}

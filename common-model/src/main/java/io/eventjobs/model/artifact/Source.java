package io.eventjobs.model.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source that the results were made from.
 *
 * @param url the requested address, without fragment
 * @param address the final address, after redirects
 * @param origin how the content was obtained
 * @param contentType the response's {@code Content-Type}, null if it had none
 * @param etag the response's {@code ETag}, null if it had none
 * @param lastModified the response's {@code Last-Modified}, null if it had none
 * @param bytes size of the body, decompressed
 * @param sha256 digest of the body, decompressed
 */
public record Source(
        String url,
        URI address,
        Origin origin,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        long bytes,
        String sha256) {
    public Source {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A copy whose origin is {@link Origin#KEPT}. */
    public Source kept() {
        return new Source(url, address, Origin.KEPT, contentType, etag, lastModified, bytes, sha256);
    }

    /** How the content of a source was obtained. The names are part of the manifest. */
    public enum Origin {
        /** Fetched from the host. */
        @JsonProperty("fetched")
        FETCHED,
        /** Taken from a checkpoint after the host had confirmed that it is unchanged. */
        @JsonProperty("confirmed")
        CONFIRMED,
        /** Taken from a checkpoint without a request to the host. */
        @JsonProperty("kept")
        KEPT
    }
}

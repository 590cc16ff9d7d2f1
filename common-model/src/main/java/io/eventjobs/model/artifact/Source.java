package io.eventjobs.model.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An address that something in the results comes from.
 *
 * @param url as it was asked for, without fragment
 * @param address that answered, after redirects
 * @param origin how it was had this time
 * @param contentType as its host named it, null if it named none
 * @param etag as its host named it, null if it named none
 * @param lastModified as its host named it, null if it named none
 * @param bytes of the body, decompressed
 * @param sha256 of the body
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

    /** The same, found in a checkpoint. */
    public Source kept() {
        return new Source(url, address, Origin.KEPT, contentType, etag, lastModified, bytes, sha256);
    }

    /** How a source was had. */
    public enum Origin {
        /** Its body came over the wire. */
        @JsonProperty("fetched")
        FETCHED,
        /** Its host said that it has not changed. */
        @JsonProperty("confirmed")
        CONFIRMED,
        /** It was there, and nobody was asked. */
        @JsonProperty("kept")
        KEPT
    }
}

package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.Validators;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The stored properties of a response besides its body: those that the result depends on, and the validators with which a later request asks
 * whether it has changed.
 *
 * @param asked the address of the request
 * @param address that answered, after redirects
 * @param sha256 of the body
 */
record StoredResponse(
        String asked,
        URI address,
        @Nullable String contentType,
        @Nullable String charset,
        @Nullable String etag,
        @Nullable String lastModified,
        String sha256) {
    StoredResponse {
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(sha256, "sha256");
    }

    static StoredResponse of(String asked, ParsedResource<?> resource) {
        FetchedResource fetched = resource.fetched();
        return new StoredResponse(
                asked,
                fetched.address(),
                fetched.contentType(),
                fetched.charset(),
                fetched.etag(),
                fetched.lastModified(),
                resource.sha256());
    }

    Validators validators() {
        return new Validators(address, etag, lastModified);
    }

    FetchedResource with(Path body, long bytes) {
        return new FetchedResource(address, contentType, charset, bytes, body, etag, lastModified, true);
    }
}

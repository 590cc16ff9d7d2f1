package io.eventjobs.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Interprets a response. */
record ResponseReader(URI address, FetchContext context) {
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9a-z-]{1,100}/[!#$%&'*+.^_`|~0-9a-z-]{1,100}");
    private static final Pattern NO_STORE = Pattern.compile("(?i)(?:^|[,\\s])no-store(?:$|[,\\s])");

    /** Reads a response; the body of a resource is read to its end. */
    Response read(ClassicHttpResponse response) throws IOException, FetchException {
        int status = response.getCode();
        HttpEntity entity = response.getEntity();
        if (status == 200 && entity != null) {
            return new Response.Resource(resource(response, entity));
        }
        if (status == 304 && context.conditionsAt(address).isPresent()) {
            return new Response.Unchanged();
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 -> redirect(response);
            case 404, 410 -> throw refused(FetchCode.HTTP_NOT_FOUND, status, null);
            case 401, 403, 407, 451 -> throw refused(FetchCode.HTTP_FORBIDDEN, status, null);
            case 429 -> throw refused(FetchCode.HTTP_THROTTLED, status, retryAfter(response));
            case 503 -> throw unavailable(response);
            default ->
                throw refused(status >= 500 ? FetchCode.HTTP_SERVER_ERROR : FetchCode.HTTP_CLIENT_ERROR, status, null);
        };
    }

    private FetchedResource resource(ClassicHttpResponse response, HttpEntity entity)
            throws IOException, FetchException {
        FetchRequest request = context.request();
        if (entity.getContentLength() > request.limits().maxWireBytes()) {
            throw new FetchException(
                    FetchCode.TOO_LARGE,
                    "The response is larger than " + request.limits().maxWireBytes() + " bytes.");
        }
        long bytes = new BodyTransfer(request.limits(), System::nanoTime)
                .transfer(entity.getContent(), entity.getContentEncoding(), () -> context.sink()
                        .open(request.target()));
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return new FetchedResource(
                address,
                type == null ? null : mediaType(type),
                type == null ? null : type.getParameter("charset"),
                bytes,
                request.target(),
                value(response, "ETag"),
                value(response, "Last-Modified"),
                mayBeStored(response));
    }

    /** It appears in messages to people, so anything that is not of the form of RFC 9110 §8.3.1 counts as none. */
    private static @Nullable String mediaType(ContentType type) {
        String name = type.getMimeType().toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(name).matches() ? name : null;
    }

    private static boolean mayBeStored(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders("Cache-Control"))
                .map(Header::getValue)
                .filter(Objects::nonNull)
                .noneMatch(value -> NO_STORE.matcher(value).find());
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static Response redirect(ClassicHttpResponse response) throws FetchException {
        Header location = response.getFirstHeader("Location");
        if (location == null
                || location.getValue() == null
                || location.getValue().isBlank()) {
            throw new FetchException(FetchCode.RESPONSE_BROKEN, "The host redirects without a Location.");
        }
        return new Response.Redirect(location.getValue());
    }

    private static FetchException unavailable(ClassicHttpResponse response) {
        Duration wait = retryAfter(response);
        return refused(wait == null ? FetchCode.HTTP_SERVER_ERROR : FetchCode.HTTP_THROTTLED, response.getCode(), wait);
    }

    private static FetchException refused(FetchCode code, int status, @Nullable Duration retryAfter) {
        return new FetchException(
                new FetchFailure(code, status, "The host answered with status " + status + ".", retryAfter, null));
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null
                || header.getValue() == null
                || !header.getValue().strip().matches("[0-9]{1,6}")) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(header.getValue().strip()));
    }
}

package io.eventjobs.gateway.files;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.model.job.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Downloads: conditional requests and ranges as in RFC 9110 §13 and §14, always as an attachment. Thread-safe. */
@Component
public final class FileResponses {
    private final ArtifactStore store;

    public FileResponses(ArtifactStore store) {
        this.store = store;
    }

    /**
     * Sends the file, or the range that the request asks for; to HEAD only the headers, without a call of the store.
     *
     * @param key of the object that has the file's content
     * @throws ApiException if no byte of the file is in the requested range
     */
    public void send(StoredFile file, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(Representation.of(file), (offset, length) -> open(key, offset, length, file.bytes()), request, response);
    }

    /** As {@link #send(StoredFile, String, HttpServletRequest, HttpServletResponse)}, for content that is made when it is read. */
    public void send(Representation about, Content content, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", about.etag());
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Security-Policy", "sandbox");
        response.setHeader("Content-Disposition", ContentDispositions.attachment(about.name()));
        if (etagMatches(request.getHeader("If-None-Match"), about.etag())) {
            response.setStatus(304);
            return;
        }
        String ifRange = request.getHeader("If-Range");
        boolean rangeCounts = ifRange == null || ifRange.equals(about.etag());
        ByteRange.Requested requested = ByteRange.of(rangeCounts ? request.getHeader("Range") : null, about.bytes());
        if (!requested.satisfiable()) {
            response.setHeader("Content-Range", "bytes */" + about.bytes());
            throw new ApiException(ErrorCode.RANGE_NOT_SATISFIABLE, ErrorCode.RANGE_NOT_SATISFIABLE.meaning());
        }
        ByteRange range = requested.range().orElse(new ByteRange(0, about.bytes()));
        boolean body = !request.getMethod().equals("HEAD");
        // Opened before a success status is sent, so that an unavailable store yields an error and not an empty file.
        try (InputStream bytes = body ? content.open(range.offset(), range.length()) : InputStream.nullInputStream()) {
            response.setContentType(about.contentType());
            response.setContentLengthLong(range.length());
            if (requested.range().isPresent()) {
                response.setStatus(206);
                response.setHeader(
                        "Content-Range",
                        "bytes " + range.offset() + "-" + (range.offset() + range.length() - 1) + "/" + about.bytes());
            }
            bytes.transferTo(response.getOutputStream());
        }
    }

    private InputStream open(String key, long offset, long length, long size) {
        boolean whole = offset == 0 && length == size;
        return whole ? store.open(key) : store.open(key, offset, length);
    }

    private static boolean etagMatches(@Nullable String header, String etag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(","))
                                .map(String::strip)
                                .anyMatch(tag -> Objects.equals(tag, etag) || tag.equals("W/" + etag)));
    }

    /** The bytes of a download. */
    @FunctionalInterface
    public interface Content {
        /** Opens a range within it; the caller closes the stream. */
        InputStream open(long offset, long length) throws IOException;
    }
}

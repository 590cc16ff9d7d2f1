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

/** Responses with a stored file: conditional requests and ranges as in RFC 9110 §13 and §14, always as an attachment. Thread-safe. */
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
        String etag = "\"" + file.sha256() + "\"";
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Content-Security-Policy", "sandbox");
        response.setHeader("Content-Disposition", ContentDispositions.attachment(name));
        if (etagMatches(request.getHeader("If-None-Match"), etag)) {
            response.setStatus(304);
            return;
        }
        String ifRange = request.getHeader("If-Range");
        boolean rangeCounts = ifRange == null || ifRange.equals(etag);
        ByteRange.Requested requested = ByteRange.of(rangeCounts ? request.getHeader("Range") : null, file.bytes());
        if (!requested.satisfiable()) {
            response.setHeader("Content-Range", "bytes */" + file.bytes());
            throw new ApiException(ErrorCode.RANGE_NOT_SATISFIABLE, ErrorCode.RANGE_NOT_SATISFIABLE.meaning());
        }
        ByteRange range = requested.range().orElse(new ByteRange(0, file.bytes()));
        boolean body = !request.getMethod().equals("HEAD");
        // Opened before a success status is sent, so that an unavailable store yields an error and not an empty file.
        try (InputStream content = body ? open(key, range, file.bytes()) : InputStream.nullInputStream()) {
            response.setContentType(file.contentType());
            response.setContentLengthLong(range.length());
            if (requested.range().isPresent()) {
                response.setStatus(206);
                response.setHeader(
                        "Content-Range",
                        "bytes " + range.offset() + "-" + (range.offset() + range.length() - 1) + "/" + file.bytes());
            }
            content.transferTo(response.getOutputStream());
        }
    }

    private InputStream open(String key, ByteRange range, long size) {
        boolean whole = range.offset() == 0 && range.length() == size;
        return whole ? store.open(key) : store.open(key, range.offset(), range.length());
    }

    private static boolean etagMatches(@Nullable String header, String etag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(","))
                                .map(String::strip)
                                .anyMatch(tag -> Objects.equals(tag, etag) || tag.equals("W/" + etag)));
    }
}

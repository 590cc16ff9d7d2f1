package io.eventjobs.worker.session.speech;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** A {@code multipart/form-data} body with fields and one file (RFC 7578). */
final class MultipartForm {
    private final String boundary = "event-jobs-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();

    MultipartForm with(String name, String value) {
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name);
        fields.append("\"\r\n\r\n").append(value.replaceAll("[\\r\\n]+", " ")).append("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The complete body, the file last; the file is read while it is sent. */
    HttpRequest.BodyPublisher with(Path flac) {
        String head = fields + "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"segment.flac\""
                + "\r\nContent-Type: audio/flac\r\n\r\n";
        try {
            return HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofFile(flac),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", StandardCharsets.US_ASCII));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }
}

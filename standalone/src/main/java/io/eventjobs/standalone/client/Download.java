package io.eventjobs.standalone.client;

import io.eventjobs.model.artifact.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

/**
 * A download into a file, which is complete or not there. What broke off stays beside it as {@code .part} with the tag of its content, and is
 * gone on with if the server still has the same and can; a tag that is a hash is checked at the end.
 */
final class Download {
    private final Path target;
    private final Path part;
    private final Path tag;

    Download(Path target) {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".part.etag");
    }

    /** Asks for what is missing. */
    HttpRequest.Builder asking(HttpRequest.Builder request) throws IOException {
        if (!Files.isRegularFile(part) || !Files.isRegularFile(tag) || Files.size(part) == 0) {
            return request;
        }
        return request.header("Range", "bytes=" + Files.size(part) + "-").header("If-Range", Files.readString(tag));
    }

    /** Whether the server says that nothing is missing, or that its content has become shorter. */
    boolean isBeyond(int status) {
        return status == 416 && Files.isRegularFile(part);
    }

    /** Forgets what there is of an earlier download. */
    void startOver() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(tag);
    }

    /**
     * Writes the answer.
     *
     * @param progress bytes that are there, and all; 0 if unknown
     * @throws GatewayException if it breaks off or is not what the server's hash says
     */
    void receive(HttpResponse<InputStream> response, BiConsumer<Long, Long> progress) throws IOException {
        boolean goesOn = response.statusCode() == 206;
        String etag = response.headers().firstValue("ETag").orElse("");
        if (!goesOn) {
            startOver();
        }
        if (!etag.isEmpty() && !etag.startsWith("W/")) {
            Files.writeString(tag, etag);
        }
        long begun = goesOn ? Files.size(part) : 0;
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        try (InputStream content = response.body()) {
            write(content, begun, length == 0 ? 0 : begun + length, progress);
        }
        check(etag.replace("\"", ""));
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(tag);
    }

    private void write(InputStream content, long begun, long all, BiConsumer<Long, Long> progress) throws IOException {
        long there = begun;
        boolean complete = false;
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[64 << 10];
            for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
                out.write(buffer, 0, read);
                there += read;
                progress.accept(there, all);
            }
            complete = true;
        } finally {
            // Without a tag nobody could tell whether the rest belongs to it.
            if (!complete && !Files.exists(tag)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new GatewayException("the download of " + target.getFileName() + " broke off: " + e.getMessage()
                    + (Files.exists(tag) ? "; run the command again to go on with it" : ""));
        }
    }

    private void check(String hash) throws IOException {
        if (!Sha256.isWellFormed(hash)) {
            return;
        }
        String found = Sha256.of(part);
        if (!found.equals(hash)) {
            startOver();
            throw new GatewayException("the download of " + target.getFileName() + " is damaged: its SHA-256 is "
                    + found + ", but must be " + hash);
        }
    }
}

package io.eventjobs.worker.session.fetch;

import io.eventjobs.http.BodySink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the SHA-256 of a body on its way to another sink. */
final class HashingSink implements BodySink {
    private final BodySink sink;
    private final MessageDigest digest;

    HashingSink(BodySink sink) {
        this.sink = sink;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public OutputStream open(Path target) throws IOException {
        digest.reset();
        return new DigestOutputStream(sink.open(target), digest);
    }

    /** Of the last body, which must be complete; may be called once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

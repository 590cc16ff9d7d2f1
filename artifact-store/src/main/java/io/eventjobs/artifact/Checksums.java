package io.eventjobs.artifact;

import io.minio.Http;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The checksums by which the store verifies what it received. If both are given, the client does not compute its own, which
 * are slower and would be stored with the object.
 */
final class Checksums {
    private Checksums() {}

    static Http.Headers of(byte[] content) {
        Http.Headers headers = new Http.Headers();
        headers.put(Http.Headers.X_AMZ_CONTENT_SHA256, HexFormat.of().formatHex(sum("SHA-256", content)));
        headers.put(Http.Headers.CONTENT_MD5, Base64.getEncoder().encodeToString(sum("MD5", content)));
        return headers;
    }

    private static byte[] sum(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}

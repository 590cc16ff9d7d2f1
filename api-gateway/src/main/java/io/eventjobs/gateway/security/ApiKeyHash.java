package io.eventjobs.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of the API key: compared in constant time, and the origin of the secrets that sign sessions. */
final class ApiKeyHash {
    private static final String MAC = "HmacSHA256";

    private final byte[] hash;

    private ApiKeyHash(byte[] hash) {
        this.hash = hash;
    }

    static ApiKeyHash of(String key) {
        return new ApiKeyHash(hash(key));
    }

    boolean matches(@Nullable String key) {
        return key != null && MessageDigest.isEqual(hash(key), hash);
    }

    /** A signature that only gateways with the same key can make; different for each purpose. */
    byte[] sign(String purpose, String text) {
        return mac(mac(hash, purpose), text);
    }

    private static byte[] mac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

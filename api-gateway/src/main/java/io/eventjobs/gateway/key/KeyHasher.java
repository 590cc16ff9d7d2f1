package io.eventjobs.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the stored form of keys: HMAC-SHA-256 under a pepper that the database does not have, so that whoever reads or writes the database
 * can neither test guesses nor store a key of their own. A slow hash would add nothing: the secret is 256 random bits. Thread-safe.
 */
public final class KeyHasher {
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec pepper;

    public KeyHasher(byte[] pepper) {
        this.pepper = new SecretKeySpec(pepper, MAC);
    }

    /** The stored form of a key. The id is part of it: the hash of one record is of no use in another. */
    public String hash(KeyText key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(pepper);
            return Base64.getEncoder().encodeToString(mac.doFinal(key.text().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** Whether the key is the one with this stored form, compared in constant time. */
    public boolean matches(KeyText key, String stored) {
        return MessageDigest.isEqual(
                hash(key).getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
    }
}

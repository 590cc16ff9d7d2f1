package io.eventjobs.model.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds and 74 random bits. */
final class UuidV7 {
    private UuidV7() {}

    static UUID of(Instant time, UUID random) {
        return assemble(time, random.getMostSignificantBits(), random.getLeastSignificantBits());
    }

    static UUID derived(Instant time, String seed) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(seed));
        return assemble(time, digest.getLong(), digest.getLong());
    }

    private static UUID assemble(Instant time, long high, long low) {
        long mostSignificant = time.toEpochMilli() << 16 | 0x7000L | high & 0x0FFFL;
        long leastSignificant = low & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(mostSignificant, leastSignificant);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

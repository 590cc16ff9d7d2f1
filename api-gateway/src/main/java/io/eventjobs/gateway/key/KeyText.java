package io.eventjobs.gateway.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a key, which only its holder knows: {@code ej_}, by which leaked keys are recognised, the digits of its id, by which its
 * record is found, and 256 random bits.
 *
 * @param id of its record
 * @param secret the random part, in base64url
 */
public record KeyText(String id, String secret) {
    private static final String PREFIX = "ej_";
    private static final String ID_PREFIX = "key-";
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9a-f]{32})_([A-Za-z0-9_-]{43})");
    private static final Pattern ID =
            Pattern.compile(ID_PREFIX + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** A new key. */
    public static KeyText generated(Instant now, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new KeyText(
                ID_PREFIX + ordered(now, random),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads the form of {@link #text()}; empty for anything else. */
    public static Optional<KeyText> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeyText(id(form.group(1)), form.group(2))) : Optional.empty();
    }

    /** Whether the text has the form of a key's id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public String text() {
        return PREFIX + id.substring(ID_PREFIX.length()).replace("-", "") + "_" + secret;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return id;
    }

    /** UUID version 7 (RFC 9562): ids sort by their time. */
    private static UUID ordered(Instant now, SecureRandom random) {
        long high = now.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0x0FFFL;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static String id(String digits) {
        return ID_PREFIX + digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                + digits.substring(16, 20) + "-" + digits.substring(20);
    }
}

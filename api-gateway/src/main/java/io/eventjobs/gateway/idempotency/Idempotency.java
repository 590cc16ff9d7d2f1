package io.eventjobs.gateway.idempotency;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates the idempotency mark of a POST from its {@code Idempotency-Key}, path and body. */
public final class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private Idempotency() {}

    public static Optional<IdempotencyMark> mark(TenantId tenant, @Nullable String key, String path, byte[] body) {
        requireWellFormed(key);
        return key == null ? Optional.empty() : Optional.of(new IdempotencyMark(tenant + ":" + key, hash(path, body)));
    }

    /** @throws ApiException if the key is malformed */
    public static void requireWellFormed(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER,
                    "Idempotency-Key: must have 1 to 200 visible ASCII characters",
                    List.of(new FieldFault("Idempotency-Key", "must have 1 to 200 visible ASCII characters")));
        }
    }

    /** @throws ApiException if the key was used with another request */
    public static void requireSame(IdempotencyMark mark, @Nullable IdempotencyMark earlier) {
        if (earlier != null && !earlier.bodyHash().equals(mark.bodyHash())) {
            throw new ApiException(ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_REUSED.meaning());
        }
    }

    private static String hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

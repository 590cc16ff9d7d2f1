package io.eventjobs.gateway.idempotency;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates the idempotency mark of a POST from its {@code Idempotency-Key}, path and body. */
public final class Idempotency {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.WRITE_NULL_PROPERTIES)
            .build();

    private Idempotency() {}

    /**
     * The mark of a request; empty if it has no key. Bodies that mean the same have the same mark.
     *
     * @throws ApiException if the key is malformed
     */
    public static Optional<IdempotencyMark> mark(TenantId tenant, @Nullable String key, String path, ObjectNode body) {
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

    /** The order of fields, white space, escapes and fields that are null mean nothing. */
    private static String hash(String path, ObjectNode body) {
        MessageDigest digest = sha256();
        digest.update(path.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        // A writer, since the mapper's own encoder refuses unpaired surrogates.
        try (Writer out = new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8)) {
            CANONICAL.writeValue(out, body);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written to", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.eventjobs.gateway.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who signed in with an API key. A session is a token that says when it ends and which key opened it, signed with a
 * secret derived from the configured key: any gateway with the same one accepts it, nothing is stored, and another configured key ends all
 * sessions. What the session may do is asked of the key each time: a revoked one ends its sessions. Thread-safe.
 */
@Component
@EnableConfigurationProperties(ApiKeyProperties.class)
public final class SessionTokens {
    /** How long a session lasts at most. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final String SESSION = "console session";
    private static final String FORM = "console form";
    /** Version 1 is a session of the configured key, which gateways from before there were others know, too; version 2 names its key. */
    private static final Pattern SHAPE = Pattern.compile(
            "((?:1|2\\.(key-[0-9a-f-]{36}))\\.([0-9]{1,12})\\.[A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private static final int NONCE_BYTES = 16;

    private final ApiKeyHash key;
    private final Callers callers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SessionTokens(ApiKeyProperties properties, Callers callers, Clock clock) {
        this.key = ApiKeyHash.of(properties.apiKey());
        this.callers = callers;
        this.clock = clock;
    }

    /** A new session for whoever knows a key; empty for anybody else. */
    public Optional<String> signIn(String givenKey) {
        return callers.byKey(givenKey).map(caller -> issued(caller.keyId()));
    }

    /** A text that nobody can guess, for a form that is filled in before there is a session. */
    public String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    /** The token that a form must carry, for this session or nonce. */
    public String formToken(String of) {
        return text(key.sign(FORM, of));
    }

    /** Whether a form carries the token of this session or nonce. */
    public boolean isFormToken(String of, @Nullable String given) {
        return given != null && isEqual(formToken(of), given);
    }

    /** Whose session it is; empty if it is none, or over. */
    Optional<Caller> caller(String token) {
        Matcher shape = SHAPE.matcher(token);
        boolean isValid = shape.matches()
                && isEqual(text(key.sign(SESSION, shape.group(1))), shape.group(4))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(shape.group(3))));
        return isValid ? callers.byId(Objects.requireNonNullElse(shape.group(2), Caller.CONFIGURED)) : Optional.empty();
    }

    private String issued(String keyId) {
        String version = keyId.equals(Caller.CONFIGURED) ? "1." : "2." + keyId + ".";
        String content = version + clock.instant().plus(LIFETIME).getEpochSecond() + "." + nonce();
        return content + "." + text(key.sign(SESSION, content));
    }

    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package io.eventjobs.gateway.security;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Stored API keys ({@code event-jobs.keys.*}).
 *
 * @param pepper secret under which keys are hashed, at least 32 characters; if it is not set, one is derived from the configured API key,
 *   and replacing that ends all stored keys
 */
@ConfigurationProperties("event-jobs.keys")
record KeyProperties(@Nullable String pepper) {
    private static final int MIN_LENGTH = 32;
    private static final String DERIVED = "pepper of stored keys";

    KeyProperties {
        pepper = pepper == null || pepper.isBlank() ? null : pepper.strip();
        if (pepper != null && pepper.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("event-jobs.keys.pepper must have at least " + MIN_LENGTH
                    + " characters, as `openssl rand -base64 32` prints them");
        }
    }

    byte[] pepper(ApiKeyHash configured) {
        return pepper == null ? configured.sign(DERIVED, DERIVED) : pepper.getBytes(StandardCharsets.UTF_8);
    }

    /** Settings are printed; the pepper must not be. */
    @Override
    public String toString() {
        return "KeyProperties[pepper=" + (pepper == null ? "derived" : "***") + "]";
    }
}

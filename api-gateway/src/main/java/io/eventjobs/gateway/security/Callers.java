package io.eventjobs.gateway.security;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.key.KeyHasher;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeySource;
import io.eventjobs.gateway.key.KeyText;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Knows who shows which key: the configured one, which is an operator's, or a stored one. Thread-safe. Throws Spring's {@link
 * org.springframework.dao.DataAccessException} if a stored key must be read and MongoDB does not respond.
 */
@Component
@EnableConfigurationProperties({ApiKeyProperties.class, KeyProperties.class})
public class Callers {
    private final ApiKeyHash configured;
    private final KeyHasher hasher;
    private final KeyCache keys;
    private final Clock clock;

    Callers(ApiKeyProperties configured, KeyProperties properties, KeySource source, Clock clock, Ticker ticker) {
        this.configured = ApiKeyHash.of(configured.apiKey());
        this.hasher = new KeyHasher(properties.pepper(this.configured));
        this.keys = new KeyCache(source, ticker);
        this.clock = clock;
    }

    /** Makes what is stored of a key. */
    public KeyHasher hasher() {
        return hasher;
    }

    /** The record of a key was changed by this gateway, which takes effect at once. */
    public void changed(String keyId) {
        keys.forget(keyId);
    }

    /** Whether a key still opens something; asking is no use of it. */
    public boolean isGood(String keyId) {
        return keyId.equals(Caller.CONFIGURED) || good(keyId).isPresent();
    }

    /** Who shows this key; empty if it opens nothing. */
    Optional<Caller> byKey(String text) {
        if (configured.matches(text)) {
            return Optional.of(new Caller(Caller.FIRST_TENANT));
        }
        return KeyText.parse(text)
                .flatMap(key -> good(key.id()).filter(record -> hasher.matches(key, record.hash())))
                .map(this::used);
    }

    /** Who signed in with the key of that id; empty if it opens nothing any more. */
    Optional<Caller> byId(String keyId) {
        return keyId.equals(Caller.CONFIGURED)
                ? Optional.of(new Caller(Caller.FIRST_TENANT))
                : good(keyId).map(this::used);
    }

    private Optional<KeyRecord> good(String id) {
        Instant now = clock.instant();
        return keys.find(id).filter(record -> record.isGood(now));
    }

    private Caller used(KeyRecord record) {
        keys.used(record, clock.instant());
        return new Caller(record.grant().tenant(), record.grant().role(), record.id());
    }
}

package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.KeyText;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.model.job.TenantId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallersTest {
    private static final TenantId ACME = new TenantId("acme");

    private final ManualTime time = new ManualTime();
    private final RecordedKeys stored = new RecordedKeys();
    private final Callers callers = gateway();
    private final KeyText key = KeyText.generated(Jobs.NOW, new SecureRandom());

    @Test
    void theConfiguredKeyIsAnOperators() {
        Caller caller = callers.byKey("the configured key").orElseThrow();

        assertThat(caller.role()).isEqualTo(Role.OPERATOR);
        assertThat(caller.tenant()).isEqualTo(Jobs.TENANT);
    }

    @Test
    void aStoredKeySaysTenantAndRole() {
        stored.put(record(null));

        assertThat(callers.byKey(key.text())).contains(new Caller(ACME, Role.VIEWER, key.id()));
    }

    @Test
    void theIdAloneOpensNothing() {
        stored.put(record(null));
        KeyText guess = new KeyText(
                key.id(), KeyText.generated(Jobs.NOW, new SecureRandom()).secret());

        assertThat(callers.byKey(guess.text())).isEmpty();
        assertThat(callers.byKey(key.id())).isEmpty();
    }

    @Test
    void aKeyExpires() {
        stored.put(record(time.instant().plusSeconds(1)));
        assertThat(callers.byKey(key.text())).isPresent();

        time.pass(Duration.ofSeconds(1));
        assertThat(callers.byKey(key.text())).isEmpty();
    }

    @Test
    void manyRequestsReadTheRecordOnce() {
        stored.put(record(null));
        for (int i = 0; i < 100; i++) {
            callers.byKey(key.text());
        }

        assertThat(stored.reads()).hasSize(1);
    }

    @Test
    void anUnknownKeyIsLookedUpOnce() {
        callers.byKey(key.text());
        callers.byKey(key.text());

        assertThat(stored.reads()).hasSize(1);
    }

    @Test
    void whatIsRevokedElsewhereIsRefusedAfterAFewSeconds() {
        stored.put(record(null));
        callers.byKey(key.text());
        stored.put(record(null).revoked(time.instant()));
        assertThat(callers.byKey(key.text())).isPresent();

        time.pass(KeyCache.FRESH);
        assertThat(callers.byKey(key.text())).isEmpty();
    }

    @Test
    void whatIsRevokedHereIsRefusedAtOnce() {
        stored.put(record(null));
        callers.byKey(key.text());
        stored.put(record(null).revoked(time.instant()));
        callers.changed(key.id());

        assertThat(callers.byKey(key.text())).isEmpty();
    }

    @Test
    void theLastUseIsStoredOnceAMinute() {
        stored.put(record(null));
        callers.byKey(key.text());
        callers.byKey(key.text());

        assertThat(stored.uses()).containsExactly(time.instant());
    }

    @Test
    void aSessionIsThatOfItsKey() {
        stored.put(record(null));
        SessionTokens sessions = new SessionTokens(new ApiKeyProperties("the configured key"), callers, time);
        String session = sessions.signIn(key.text()).orElseThrow();
        assertThat(sessions.caller(session)).contains(new Caller(ACME, Role.VIEWER, key.id()));

        stored.put(record(null).revoked(time.instant()));
        callers.changed(key.id());
        assertThat(sessions.caller(session)).isEmpty();
    }

    @Test
    void nobodyMakesTheSessionOfAnotherKeyOfIt() {
        stored.put(record(null));
        SessionTokens sessions = new SessionTokens(new ApiKeyProperties("the configured key"), callers, time);
        String session = sessions.signIn(key.text()).orElseThrow();

        assertThat(sessions.caller(session.replace("2." + key.id(), "1"))).isEmpty();
    }

    private KeyRecord record(Instant expiresAt) {
        return new KeyRecord(
                key.id(),
                1,
                new KeyRecord.Grant(ACME, Role.VIEWER, "a key"),
                callers.hasher().hash(key),
                KeyRecord.Life.from(time.instant(), expiresAt),
                null,
                null);
    }

    private Callers gateway() {
        return ApiKeys.callers("the configured key", stored, time, time);
    }
}

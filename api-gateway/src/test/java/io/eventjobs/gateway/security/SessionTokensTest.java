package io.eventjobs.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private final ManualTime time = new ManualTime();
    private final SessionTokens sessions = ApiKeys.sessions("the key", time);
    private final String session = sessions.signIn("the key").orElseThrow();

    @Test
    void onlyTheKeyOpensASession() {
        assertThat(sessions.signIn("another key")).isEmpty();
        assertThat(sessions.signIn("")).isEmpty();
        assertThat(sessions.caller(session)).isPresent();
    }

    @Test
    void anyGatewayWithTheSameKeyAcceptsASession() {
        assertThat(ApiKeys.sessions("the key", time).caller(session)).isPresent();
    }

    @Test
    void anotherKeyEndsAllSessions() {
        assertThat(ApiKeys.sessions("the next key", time).caller(session)).isEmpty();
    }

    @Test
    void aSessionEnds() {
        time.pass(SessionTokens.LIFETIME.minus(Duration.ofSeconds(1)));
        assertThat(sessions.caller(session)).isPresent();

        time.pass(Duration.ofSeconds(1));
        assertThat(sessions.caller(session)).isEmpty();
    }

    @Test
    void nobodyProlongsASession() {
        String[] parts = session.split("\\.");
        String longer = "1." + (Long.parseLong(parts[1]) + 1) + "." + parts[2] + "." + parts[3];

        assertThat(sessions.caller(longer)).isEmpty();
        assertThat(sessions.caller(session + "x")).isEmpty();
        assertThat(sessions.caller(session.substring(1))).isEmpty();
        assertThat(sessions.caller("")).isEmpty();
    }

    @Test
    void everySessionIsItsOwn() {
        assertThat(sessions.signIn("the key")).isNotEqualTo(sessions.signIn("the key"));
    }

    @Test
    void aFormBelongsToItsSession() {
        String form = sessions.formToken(session);

        assertThat(sessions.isFormToken(session, form)).isTrue();
        assertThat(sessions.isFormToken(sessions.signIn("the key").orElseThrow(), form))
                .isFalse();
        assertThat(sessions.isFormToken(session, null)).isFalse();
        assertThat(sessions.isFormToken(session, session)).isFalse();
    }
}

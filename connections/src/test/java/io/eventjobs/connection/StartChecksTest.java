package io.eventjobs.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StartChecksTest {
    private static final Exception REFUSED = new ExecutionException(new SaslAuthenticationException("no such user"));

    private final StartChecks checks = new StartChecks();
    private Exception fault = REFUSED;
    private final Check kafka = checks.of(Service.kafka("broker:9092"), () -> {
        if (fault != null) {
            throw fault;
        }
    });

    @Test
    void aServiceThatRefusesFromTheStartEndsIt() {
        runOnce();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> checks.refused().join())
                .withCauseInstanceOf(ServiceRefusedException.class)
                .withMessageContaining(
                        "Kafka at broker:9092 refuses this process (no such user); see spring.kafka.properties.sasl.jaas.config");
    }

    @Test
    void silenceIsWaitedForAndTheRefusalAfterItEndsTheStart() {
        fault = new TimeoutException("no answer");
        runOnce();
        assertThat(checks.refused()).isNotDone();

        fault = REFUSED;
        runOnce();
        assertThat(checks.refused()).isCompletedExceptionally();
    }

    @Test
    void aRefusalAfterASuccessEndsNothing() {
        fault = null;
        runOnce();
        fault = REFUSED;
        runOnce();

        assertThat(checks.refused()).isNotDone();
    }

    @Test
    void areMadeOnceEachHasEndedWhateverItsResult() {
        Check store = checks.of(Service.kafka("other:9092"), () -> {});
        runOnce();
        assertThat(checks.areMade()).isFalse();

        assertThat(runs(store)).isTrue();
        assertThat(checks.areMade()).isTrue();
    }

    static Stream<Arguments> tlsFaults() {
        return Stream.of(
                Arguments.of(
                        new SSLHandshakeException("PKIX").initCause(new CertPathBuilderException("no path")),
                        "has a certificate of an authority that is not trusted here; see spring.kafka.ssl.trust-store-location"),
                Arguments.of(
                        new CertificateExpiredException("NotAfter: yesterday"),
                        "has a certificate that has expired (NotAfter: yesterday) and must be replaced there; its address is spring.kafka.bootstrap-servers"),
                Arguments.of(
                        new CertificateException("No name matching broker found"),
                        "has a certificate for another name (No name matching broker found); see spring.kafka.bootstrap-servers"),
                Arguments.of(
                        new SSLPeerUnverifiedException("Hostname broker not verified:\n    DN: CN=x"),
                        "has a certificate for another name (Hostname broker not verified); see spring.kafka.bootstrap-servers"),
                Arguments.of(
                        new SSLException("Unsupported or unrecognized SSL message"),
                        "does not speak TLS there; see spring.kafka.security.protocol"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: certificate_required"),
                        "ends the TLS handshake (certificate_required); see spring.kafka.security.protocol"));
    }

    @ParameterizedTest
    @MethodSource("tlsFaults")
    void aFaultOfTlsIsNamed(Throwable cause, String words) {
        fault = new ExecutionException(new SslAuthenticationException("SSL handshake failed", cause));

        assertThat(Service.kafka("broker:9092").refusal(fault))
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo("Kafka at broker:9092 " + words);
    }

    @Test
    void aHandshakeThatBreaksOffIsSilenceAsWhileAServiceStarts() {
        Throwable cut = new SSLHandshakeException("Remote host terminated the handshake").initCause(new EOFException());

        assertThat(Service.kafka("broker:9092").refusal(new IOException(cut))).isEmpty();
    }

    private void runOnce() {
        runs(kafka);
    }

    private static boolean runs(Check check) {
        try {
            check.run();
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}

package io.eventjobs.connection;

import java.io.EOFException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Why no TLS connection could be made to a service that answers.
 *
 * @param detail what Java or the service says about it
 */
record TlsFault(Kind kind, String detail) {
    private static final String ALERT = "Received fatal alert: ";

    /** Empty if something else went wrong, such as a connection that was closed, which happens while a service starts. */
    static Optional<TlsFault> of(Throwable fault) {
        CertificateExpiredException expired = Causes.find(fault, CertificateExpiredException.class);
        if (expired != null) {
            return Optional.of(new TlsFault(Kind.EXPIRED, words(expired)));
        }
        CertificateNotYetValidException early = Causes.find(fault, CertificateNotYetValidException.class);
        if (early != null) {
            return Optional.of(new TlsFault(Kind.NOT_YET_VALID, words(early)));
        }
        if (Causes.find(fault, CertPathBuilderException.class) != null
                || Causes.find(fault, CertPathValidatorException.class) != null) {
            return Optional.of(new TlsFault(Kind.UNTRUSTED, ""));
        }
        return name(fault).or(() -> handshake(Causes.find(fault, SSLException.class), fault));
    }

    /** Checked by Java itself or, over HTTPS, by the client. */
    private static Optional<TlsFault> name(Throwable fault) {
        SSLPeerUnverifiedException unverified = Causes.find(fault, SSLPeerUnverifiedException.class);
        if (unverified != null) {
            return Optional.of(new TlsFault(Kind.OTHER_NAME, words(unverified)));
        }
        CertificateException certificate = Causes.find(fault, CertificateException.class);
        return certificate != null && words(certificate).matches("No (subject alternative|name).*")
                ? Optional.of(new TlsFault(Kind.OTHER_NAME, words(certificate)))
                : Optional.empty();
    }

    private static Optional<TlsFault> handshake(@Nullable SSLException tls, Throwable fault) {
        if (tls == null
                || Causes.find(fault, EOFException.class) != null
                || Causes.find(fault, SocketException.class) != null) {
            return Optional.empty();
        }
        String words = words(tls);
        if (words.contains("unrecognized SSL message") || words.contains("plaintext connection")) {
            return Optional.of(new TlsFault(Kind.NO_TLS, ""));
        }
        int alert = words.indexOf(ALERT);
        return alert < 0
                ? Optional.empty()
                : Optional.of(new TlsFault(Kind.ENDED, words.substring(alert + ALERT.length())));
    }

    /** The first line: OkHttp's second one is the certificate. */
    private static String words(Exception fault) {
        return String.valueOf(fault.getMessage()).lines().findFirst().orElse("").replaceFirst(":$", "");
    }

    /** What is wrong. */
    enum Kind {
        UNTRUSTED,
        EXPIRED,
        NOT_YET_VALID,
        OTHER_NAME,
        NO_TLS,
        ENDED
    }
}

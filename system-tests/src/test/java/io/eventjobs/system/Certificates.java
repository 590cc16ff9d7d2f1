package io.eventjobs.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A private authority and the certificates that it signs for services on {@code localhost}, made by the JDK's keytool. */
final class Certificates {
    static final String PASSWORD = "not-a-secret";

    private static final String AUTHORITY = "authority";

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    static Certificates in(Path folder) {
        Certificates made = new Certificates(folder);
        made.keytool(List.of(
                "-genkeypair",
                "-alias",
                AUTHORITY,
                "-dname",
                "CN=Authority of the tests",
                "-keyalg",
                "EC",
                "-ext",
                "bc:c"));
        made.keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                AUTHORITY,
                "-file",
                made.authority().toString()));
        return made;
    }

    /** The authority's certificate, PEM. */
    Path authority() {
        return folder.resolve("authority.crt");
    }

    /** A key store with one key and its certificate. */
    Path of(Kind kind) {
        Path store = folder.resolve(kind.name() + ".p12");
        if (!Files.exists(store)) {
            List<String> arguments = new ArrayList<>(
                    List.of("-genkeypair", "-alias", kind.name(), "-keyalg", "EC", "-signer", AUTHORITY));
            arguments.addAll(kind.arguments);
            keytool(arguments);
            keytool(List.of(
                    "-importkeystore",
                    "-srcalias",
                    kind.name(),
                    "-srckeystore",
                    all(),
                    "-srcstorepass",
                    PASSWORD,
                    "-destkeystore",
                    store.toString(),
                    "-deststorepass",
                    PASSWORD));
        }
        return store;
    }

    /** What a server with this certificate needs. */
    SSLContext server(Kind kind) {
        try (InputStream in = Files.newInputStream(of(kind))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(factory.getKeyManagers(), null, null);
            return tls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String all() {
        return folder.resolve("all.p12").toString();
    }

    private void keytool(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        if (!arguments.contains("-importkeystore")) {
            command.addAll(List.of("-keystore", all(), "-storepass", PASSWORD));
        }
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a certificate may be like. */
    enum Kind {
        VALID(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost")),
        EXPIRED(List.of("-dname", "CN=localhost", "-ext", "san=dns:localhost", "-startdate", "-3d", "-validity", "1")),
        OF_ANOTHER_HOST(List.of("-dname", "CN=elsewhere", "-ext", "san=dns:elsewhere.example"));

        private final List<String> arguments;

        Kind(List<String> arguments) {
            this.arguments = arguments;
        }
    }
}

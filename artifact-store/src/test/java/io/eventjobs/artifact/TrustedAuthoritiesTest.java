package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and refused by a server's certificate is tested with servers, in system-tests. */
class TrustedAuthoritiesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(folder.resolve("ca.crt")))
                .withMessageContaining("the object store's CA certificates cannot be read")
                .withMessageContaining("ca.crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void aFileWithoutCertificatesIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.crt"), content);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(file))
                .withMessage("the object store's CA certificates in " + file + " are no certificates in PEM");
    }

    private static void store(Path authorities) {
        StoreCredentials keys = new StoreCredentials.Keys("access", "secret");
        new MinioArtifactStore(
                        new StoreSettings(URI.create("https://localhost:1"), keys, "bucket", "us-east-1", authorities))
                .close();
    }
}

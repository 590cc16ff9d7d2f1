package io.eventjobs.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretTest {
    @TempDir
    Path folder;

    @Test
    void isGeneratedOnceForADataFolder() throws IOException {
        Path data = folder.resolve("data");

        String key = GeneratedSecret.WEBHOOK_KEY.of(data);

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(GeneratedSecret.WEBHOOK_KEY.of(data)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("webhooks.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isANewOneWhereNoDataIsKept() {
        assertThat(GeneratedSecret.WEBHOOK_KEY.of(null)).isNotEqualTo(GeneratedSecret.WEBHOOK_KEY.of(null));
    }
}

package io.eventjobs.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
    /** From FIPS 180-2. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isTheSameForBytesFilesAndCopies(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        assertThat(Sha256.of(ABC)).isEqualTo(OF_ABC);
        assertThat(Sha256.of(Files.write(folder.resolve("abc"), ABC))).isEqualTo(OF_ABC);
        assertThat(Sha256.ofCopied(new ByteArrayInputStream(ABC), copy, 10)).isEqualTo(OF_ABC);
        assertThat(copy.toByteArray()).isEqualTo(ABC);
    }

    @Test
    void copiesAtMostTheMaximum() throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        ByteArrayInputStream longer = new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.US_ASCII));

        assertThat(Sha256.ofCopied(longer, copy, 3)).isEqualTo(OF_ABC);
        assertThat(copy.toByteArray()).isEqualTo(ABC);
        assertThat(longer.available()).isEqualTo(3);
    }

    @Test
    void isOfAllOfALargeFile(@TempDir Path folder) throws IOException {
        byte[] large = new byte[(1 << 20) + 1];

        assertThat(Sha256.of(Files.write(folder.resolve("large"), large))).isEqualTo(Sha256.of(large));
    }

    @Test
    void isWellFormedWithSixtyFourDigits() {
        assertThat(Sha256.isWellFormed(OF_ABC)).isTrue();
        assertThat(Sha256.isWellFormed(OF_ABC.substring(1))).isFalse();
        assertThat(Sha256.isWellFormed(OF_ABC.replace('b', 'B'))).isFalse();
        assertThat(Sha256.isWellFormed("../" + OF_ABC.substring(3))).isFalse();
    }
}

package io.eventjobs.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeflatedStreamsTest {
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void countsTheUnpackedSizeOfAStream() throws IOException {
        byte[] pdf = Pdfs.bomb(4, 1);

        assertThat(exceed(pdf, 4 * MIB, 100 * MIB)).isFalse();
        assertThat(exceed(pdf, 4 * MIB - 1, 100 * MIB)).isTrue();
    }

    @Test
    void countsAllStreamsTogether() throws IOException {
        byte[] one = Pdfs.bomb(4, 1);
        byte[] two = new byte[one.length * 2];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);

        assertThat(exceed(two, 5 * MIB, 8 * MIB)).isFalse();
        assertThat(exceed(two, 5 * MIB, 8 * MIB - 1)).isTrue();
    }

    @Test
    void ignoresDataThatOnlyLooksLikeAStream() throws IOException {
        String text = "stream\nno\nstream\rstream\r\nstreamstreamx\u0001\nendstream stream";

        assertThat(exceed(text.getBytes(StandardCharsets.ISO_8859_1), 10, 10)).isFalse();
        assertThat(exceed("stream\nx\u009cbroken".getBytes(StandardCharsets.ISO_8859_1), 10, 10))
                .isFalse();
    }

    private boolean exceed(byte[] file, long max, long inAll) throws IOException {
        return DeflatedStreams.exceed(Files.write(folder.resolve("deck.pdf"), file), max, inAll);
    }
}

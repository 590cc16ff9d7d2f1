package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in the codings that browsers read. */
class ContentCodingsTest extends FetchHarness {
    private static final byte[] TALK = "A talk about queues".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "identity, gzip"})
    void gzip(String coding) throws Exception {
        sends(coding, gzipped());

        assertThat(fetch("/", SMALL).file()).hasBinaryContent(TALK);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflateWithTheHeaderOfZlibAndWithoutIt(boolean raw) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION, raw))) {
            out.write(TALK);
        }
        sends("deflate", packed.toByteArray());

        assertThat(fetch("/", SMALL).file()).hasBinaryContent(TALK);
    }

    @Test
    void brotliThatNobodyAskedFor() throws Exception {
        // Made by the reference encoder: brotli -c.
        sends("br", Base64.getDecoder().decode("CwmAQSB0YWxrIGFib3V0IHF1ZXVlcwM="));

        assertThat(fetch("/", SMALL).file()).hasBinaryContent(TALK);
    }

    @Test
    void zstandardThatNobodyAskedFor() throws Exception {
        sends("zstd", Zstd.compress(TALK));

        assertThat(fetch("/", SMALL).file()).hasBinaryContent(TALK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "utf-8", "binary", ""})
    void aCodingThatNobodyKnowsIsNone(String coding) throws Exception {
        sends(coding, TALK);

        assertThat(fetch("/", SMALL).file()).hasBinaryContent(TALK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void anEmptyBodyIsEmpty(String coding) throws Exception {
        sends(coding, new byte[0]);

        assertThat(fetch("/", SMALL).bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void whatIsNotPackedAsItSaysIsBroken(String coding) {
        sends(coding, "<html>plain</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(failure("/", HASTY).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void aBombInZstandardIsStopped() {
        sends("zstd", Zstd.compress(new byte[64 << 20]));

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.DECOMPRESSION_BOMB);
    }

    private void sends(String coding, byte[] body) {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: " + coding, "Content-Length: " + body.length));
            out.write(body);
        });
    }

    private static byte[] gzipped() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(TALK);
        }
        return packed.toByteArray();
    }
}

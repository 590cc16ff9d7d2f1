package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.head;
import static io.eventjobs.http.EvilServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile servers: whatever they send, and however slowly, a fetch is bounded in time and size. */
class HostileServerTest extends FetchHarness {
    @Test
    void doesNotReadARefusalToItsEnd() {
        server.on("/", (out, visit) -> {
            out.write(head("HTTP/1.1 404 No", "Transfer-Encoding: chunked", "", ""));
            endlessChunks(out);
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.HTTP_NOT_FOUND);
    }

    @Test
    void endsADripInTheTimeAllowed() {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Length: 1000"));
            drip(out);
        });

        assertThat(failure("/", HASTY).code()).isEqualTo(FetchCode.TIMED_OUT);
    }

    @Test
    void endsADripOfHeadersInTheTimeAllowed() {
        server.on("/", (out, visit) -> drip(out));

        assertThat(failure("/", HASTY).code()).isEqualTo(FetchCode.TIMED_OUT);
    }

    @Test
    void endsASilentHandshakeInTheTimeAllowed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(failureOf("https://127.0.0.1:" + silent.getLocalPort() + "/", HASTY)
                            .code())
                    .isEqualTo(FetchCode.TIMED_OUT);
        }
    }

    @Test
    void stopsABodyWithoutEndAtTheLimit() throws IOException {
        server.on("/", (out, visit) -> {
            out.write(ok("Transfer-Encoding: chunked"));
            endlessChunks(out);
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.TOO_LARGE);
        assertThat(Files.size(target())).isLessThanOrEqualTo(SMALL.maxDecodedBytes());
    }

    @Test
    void refusesABodyWhoseDeclaredLengthIsTooLarge() {
        server.on("/", "HTTP/1.1 200 OK", "Content-Length: 99999999999", "", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.TOO_LARGE);
        assertThat(target()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void reportsATruncatedBodyAsMalformed(String framing) {
        server.on("/", "HTTP/1.1 200 OK", framing, "", "3e8", "only this");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
        assertThat(server.visits("/")).isEqualTo(3);
    }

    @Test
    void reportsEndlessHeadersAsMalformed() {
        server.on("/", (out, visit) -> {
            out.write(head("HTTP/1.1 200 OK", ""));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(head("X-Header-" + i + ": flood", ""));
            }
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void reportsANonHttpResponseAsMalformed() {
        server.on("/", "SSH-2.0-OpenSSH_9.2", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void unpacksOneLayer() throws Exception {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip"));
            out.write(gzip("unpacked".getBytes()));
        });

        assertThat(fetch("/", SMALL).file()).hasContent("unpacked");
    }

    @Test
    void refusesTwoLayers() {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip, gzip"));
            out.write(gzip(gzip("unpacked".getBytes())));
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.RESPONSE_BROKEN);
    }

    @Test
    void stopsADecompressionBomb() throws IOException {
        server.on("/", (out, visit) -> {
            out.write(ok("Content-Encoding: gzip"));
            try (OutputStream bomb = new GZIPOutputStream(out)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 10_000; i++) {
                    bomb.write(zeros);
                }
            }
        });

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.DECOMPRESSION_BOMB);
        assertThat(Files.size(target())).isLessThanOrEqualTo(SMALL.maxDecodedBytes());
    }

    private static void endlessChunks(OutputStream out) throws IOException {
        byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes();
        while (true) {
            out.write(chunk);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}

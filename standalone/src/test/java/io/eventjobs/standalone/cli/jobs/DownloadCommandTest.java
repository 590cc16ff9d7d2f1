package io.eventjobs.standalone.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.standalone.cli.EventJobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Downloads that break off, with a server that cuts them. */
class DownloadCommandTest {
    private static final String DOCUMENT = "# A talk\n" + "Text. ".repeat(3_000);

    private final List<String> ranges = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private HttpServer server;
    private byte[] content = {};
    private String etag = "";
    private int cutAfter = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void whatBrokeOffIsGoneOnWith() throws IOException {
        serve(zip(DOCUMENT, Sha256.of(DOCUMENT.getBytes(StandardCharsets.UTF_8))));
        cutAfter = 100;
        assertThat(download("job-1")).isOne();
        assertThat(text.toString()).contains("broke off", "run the command again to go on with it");
        cutAfter = Integer.MAX_VALUE;

        assertThat(download("job-1")).as(text.toString()).isZero();

        assertThat(ranges).containsExactly("", "bytes=100- " + etag);
        assertThat(folder.resolve("job-1.zip")).hasBinaryContent(content);
        assertThat(text.toString()).contains("1 file verified");
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void aChangedArchiveIsReadFromItsBeginning() throws IOException {
        serve(zip(DOCUMENT, Sha256.of(DOCUMENT.getBytes(StandardCharsets.UTF_8))));
        cutAfter = 100;
        download("job-1");
        cutAfter = Integer.MAX_VALUE;
        serve(zip("Other", Sha256.of("Other".getBytes(StandardCharsets.UTF_8))));

        assertThat(download("job-1")).isZero();

        assertThat(folder.resolve("job-1.zip")).hasBinaryContent(content);
    }

    @Test
    void damageInTransferIsNoticed() throws IOException {
        serve(zip(DOCUMENT, Sha256.of(DOCUMENT.getBytes(StandardCharsets.UTF_8))));
        etag = "\"" + "0".repeat(64) + "\"";

        assertThat(download("job-1")).isOne();

        assertThat(text.toString()).contains("is damaged: its SHA-256 is " + Sha256.of(content));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNotWhatItsManifestSaysIsNoticed() throws IOException {
        serve(zip(DOCUMENT, Sha256.of("another".getBytes(StandardCharsets.UTF_8))));

        assertThat(download("job-1")).isOne();

        assertThat(text.toString()).contains("talk.md is not what its checksum says");
    }

    @Test
    void theArchiveOfABatchIsVerifiedByItsSums() throws IOException {
        serve(sums(DOCUMENT));

        assertThat(download("fosdem")).isZero();

        assertThat(text.toString()).contains("fosdem.zip", "1 file verified");
    }

    @Test
    void theArchiveOfABatchIsGoneOnWithToo() throws IOException {
        serve(sums(DOCUMENT));
        etag = "\"zip1-" + "0".repeat(64) + "\"";
        cutAfter = 100;
        assertThat(download("fosdem")).isOne();
        cutAfter = Integer.MAX_VALUE;

        assertThat(download("fosdem")).as(text.toString()).isZero();

        assertThat(ranges).endsWith("bytes=100- " + etag);
        assertThat(folder.resolve("fosdem.zip")).hasBinaryContent(content);
        assertThat(text.toString()).contains("1 file verified");
    }

    private void serve(byte[] bytes) {
        content = bytes;
        etag = "\"" + Sha256.of(bytes) + "\"";
    }

    private int download(String id) {
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        return line.execute(
                "download",
                id,
                "--out",
                folder.toString(),
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String condition = exchange.getRequestHeaders().getFirst("If-Range");
            ranges.add(range == null ? "" : range + " " + condition);
            boolean isPart = range != null && etag.equals(condition);
            int from = isPart ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(isPart ? 206 : 200, content.length - from);
            exchange.getResponseBody().write(content, from, Math.min(cutAfter, content.length - from));
            exchange.getResponseBody().flush();
        }
    }

    private static byte[] zip(String document, String sha256) throws IOException {
        return zip("manifest.json", "{\"files\": [{\"path\": \"talk.md\", \"sha256\": \"" + sha256 + "\"}]}", document);
    }

    private static byte[] sums(String document) throws IOException {
        String sha256 = Sha256.of(document.getBytes(StandardCharsets.UTF_8));
        return zip("SHA256SUMS", sha256 + "  talk.md\n", document);
    }

    private static byte[] zip(String list, String checksums, String document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("talk.md"));
            zip.write(document.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(list));
            zip.write(checksums.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

package io.eventjobs.standalone.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.standalone.cli.EventJobs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command with a gateway that has three jobs: a session in two languages, and an older run of one of them. */
class ExportCommandTest {
    private static final String SLIDE = "a slide";

    private final List<String> requests = new ArrayList<>();
    private final StringWriter text = new StringWriter();
    private HttpServer gateway;
    private String sha256 = Sha256.of(SLIDE.getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void theNewestDocumentOfEachSessionIsInTheEditionWithItsSlides() {
        assertThat(export(
                        "--html",
                        folder.toString(),
                        "--epub",
                        folder.resolve("days.epub").toString()))
                .as(text.toString())
                .isZero();

        assertThat(folder.resolve("sessions/001-a-talk.html")).content().contains("Newest", "../files/1/slide%201.png");
        assertThat(folder.resolve("documents/001-a-talk.md")).content().contains("(../files/1/slide%201.png)");
        assertThat(folder.resolve("files/1/slide 1.png")).hasContent(SLIDE);
        assertThat(folder.resolve("days.epub")).isNotEmptyFile();
        assertThat(text.toString()).contains("session_count    1", "language         en");
    }

    @Test
    void filesThatAreThereAreNotFetchedAgain() {
        export("--html", folder.toString());
        requests.clear();

        export("--html", folder.toString());

        assertThat(requests).noneMatch(request -> request.contains("slide"));
    }

    @Test
    void aDamagedFileIsNoticed() {
        sha256 = "0".repeat(64);

        assertThat(export("--html", folder.toString())).isOne();

        assertThat(text.toString()).contains("slide 1.png is damaged");
    }

    @Test
    void aLanguageWithoutDocumentsIsNamedWithThoseThereAre() {
        assertThat(export("--html", folder.toString(), "--language", "fr")).isOne();

        assertThat(text.toString())
                .contains("there is no document of Days in fr; there are [")
                .contains("de", "en");
    }

    @Test
    void aFormIsRequired() {
        assertThat(export()).isEqualTo(2);
    }

    private int export(String... options) {
        List<String> all = new ArrayList<>(List.of("export", "Days"));
        all.addAll(List.of(options));
        all.addAll(List.of("--url", "http://127.0.0.1:" + gateway.getAddress().getPort()));
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        return line.execute(all.toArray(String[]::new));
    }

    private String jobs() {
        return "{\"status\": \"success\", \"data\": {\"next_cursor\": null, \"jobs\": [" + job("job-3", "en") + ","
                + job("job-2", "en") + "," + job("job-1", "de") + "," + job("job-0", "en", "Other") + "]}}";
    }

    private String job(String id, String language) {
        return job(id, language, "A talk");
    }

    private String job(String id, String language, String session) {
        String markdown =
                session.equals("A talk") ? "\"/api/event-job/files/" + id + "/Days/en/T/A%20talk.md\"" : "null";
        return """
                {"job_id": "%s", "parameters": {"url": "https://conf.test/a", "session": "%s", "track": "T"},
                 "results": {"markdown_url": %s, "metadata": {"title": "A talk", "language": "%s"},
                  "assets": [{"path": "/%s/Days/assets/A talk/slide 1.png", "url": "/api/event-job/files/%s/Days/assets/A%%20talk/slide%%201.png",
                   "content_type": "image/png", "sha256": "%s"}]}}"""
                .formatted(id, session, markdown, language, id, id, sha256);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            requests.add(path);
            String document = "# A talk\n\n" + (path.contains("job-3") ? "Newest" : "Older")
                    + "\n\n![Slide 1](../../assets/A%20talk/slide%201.png)\n";
            String answer = path.contains("/jobs?") ? jobs() : path.endsWith(".md") ? document : SLIDE;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}

package io.eventjobs.standalone.cli.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.standalone.cli.EventJobs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TemplatesCommandTest {
    private static final String GOOD = "---\ndescription: For the newsletter.\n---\n# {{title}}\n";

    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer gateway;

    @TempDir
    private Path folder;

    @BeforeEach
    void openGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/event-job/templates", this::answer);
        gateway.start();
    }

    @AfterEach
    void closeGateway() {
        gateway.stop(0);
    }

    @Test
    void reportsErrorsWithFileAndLine() throws IOException {
        Path wrong = write("Wrong.md", GOOD + "{{romm}}\n{{#facts}}\n");

        assertThat(run("check", wrong.toString(), write("Good.md", GOOD).toString()))
                .isOne();

        assertThat(out.toString().lines())
                .containsExactly(wrong + ":5: unknown variable: romm", wrong + ":6: {{#facts}} is never closed");
        assertThat(asked).isEmpty();
    }

    @Test
    void reportsNothingForAValidTemplate() throws IOException {
        assertThat(run("check", write("Good.md", GOOD).toString())).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void storesAFileByItsName() throws IOException {
        assertThat(run("put", write("Good.md", GOOD).toString(), "--url", url(), "--api-key", "key"))
                .isZero();

        assertThat(asked).containsExactly("PUT /api/event-job/templates/Good Bearer key " + GOOD);
        assertThat(out.toString()).isEqualToIgnoringNewLines("Good 0a1b");
    }

    @Test
    void listsShowsAndDeletes() {
        assertThat(run("list", "--url", url())).isZero();
        assertThat(out.toString()).contains("Good", "tenant", "For the newsletter.", "cannot be used: line 5");
        assertThat(run("show", "Good", "--url", url())).isZero();
        assertThat(out.toString()).endsWith(GOOD);
        assertThat(run("delete", "Good", "--url", url())).isZero();
        assertThat(asked).last().asString().startsWith("DELETE /api/event-job/templates/Good ");
    }

    @Test
    void refusesFilesWithAnotherExtension() {
        assertThat(run("put", folder.resolve("nothing.txt").toString(), "--url", url()))
                .isOne();
        assertThat(err.toString()).contains("must be an existing file NAME.md");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String key = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestMethod() + " " + path + " " + key + " " + body);
            String answer =
                    switch (exchange.getRequestMethod() + " " + path) {
                        case "GET /api/event-job/templates" ->
                            """
                            {"status": "success", "data": {"templates": [
                              {"name": "Good", "origin": "tenant", "usable": true, "description": "For the newsletter."},
                              {"name": "Bad", "origin": "tenant", "usable": false, "problem": "line 5: no"}]}}""";
                        case "GET /api/event-job/templates/Good" -> GOOD;
                        case "PUT /api/event-job/templates/Good" ->
                            "{\"status\": \"success\", \"data\": {\"name\": \"Good\", \"sha256\": \"0a1b\"}}";
                        default -> "{\"status\": \"success\", \"data\": {\"message\": \"Template deleted\"}}";
                    };
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("templates"));
        all.addAll(List.of(arguments));
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}

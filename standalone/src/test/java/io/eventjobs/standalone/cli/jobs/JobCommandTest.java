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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands for one job or batch, with a gateway whose responses a test defines. */
class JobCommandTest {
    private final List<String> requests = new ArrayList<>();
    private final Deque<String> responses = new ArrayDeque<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer gateway;

    @BeforeEach
    void openGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::answer);
        gateway.start();
    }

    @AfterEach
    void closeGateway() {
        gateway.stop(0);
    }

    @Test
    void aJobIsDistinguishedFromABatchByItsId() {
        responses.addAll(List.of(data("{\"status\": \"completed\"}"), data("{\"status\": \"failed\"}")));

        assertThat(run("status", "job-1")).isZero();
        assertThat(run("status", "fosdem")).isZero();

        assertThat(requests)
                .containsExactly("GET /api/event-job/jobs/job-1 key ", "GET /api/event-job/batches/fosdem key ");
        assertThat(out.toString()).contains("completed", "failed");
    }

    @Test
    void cancelAndRestartPrintTheGatewaysMessage() {
        responses.addAll(List.of(message("Job cancelled"), message("Batch restarted"), message("Job restarted")));

        assertThat(run("cancel", "job-1")).isZero();
        assertThat(run("restart", "fosdem")).isZero();
        assertThat(run("restart", "--no-cache", "job-1")).isZero();

        assertThat(requests)
                .containsExactly(
                        "POST /api/event-job/jobs/job-1/cancel key ",
                        "POST /api/event-job/batches/fosdem/restart key {}",
                        "POST /api/event-job/jobs/job-1/restart key {\"use_cache\": false}");
        assertThat(out.toString().lines()).containsExactly("Job cancelled", "Batch restarted", "Job restarted");
    }

    @Test
    void watchEndsWithTheJobAndFailsWithIt() {
        responses.addAll(List.of(
                data("{\"status\": \"processing\", \"progress\": {\"percent\": 50, \"message\": \"Half\"}}"),
                data("{\"status\": \"completed\", \"progress\": {\"percent\": 100, \"message\": \"Done\"}}"),
                data("{\"status\": \"failed\", \"progress\": {\"percent\": 5, \"message\": \"Broken\"}}")));

        assertThat(run("watch", "job-1")).isZero();
        assertThat(run("watch", "job-2")).isOne();

        assertThat(out.toString()).contains("processing, Half", "completed, Done", "failed, Broken");
    }

    @Test
    void anIdIsRequired() {
        assertThat(run("cancel")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'ID'");
        assertThat(requests).isEmpty();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + gateway.getAddress().getPort(), "--api-key", "key"));
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String key = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + key + " " + body);
            byte[] response = responses.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    private static String message(String text) {
        return data("{\"message\": \"" + text + "\"}");
    }

    private static String data(String json) {
        return "{\"status\": \"success\", \"data\": " + json + "}";
    }
}

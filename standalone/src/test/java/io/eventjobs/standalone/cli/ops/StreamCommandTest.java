package io.eventjobs.standalone.cli.ops;

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

class StreamCommandTest {
    private final List<String> requests = new ArrayList<>();
    private final Deque<String> streams = new ArrayDeque<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void startGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stopGateway() {
        server.stop(0);
    }

    @Test
    void printsTheEventsOfAJobUntilTheGatewayHasNoMore() {
        streams.add(": heartbeat\n\n" + event("1", "job.created") + event("2", "job.completed"));

        assertThat(stream("--job", "job-1")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "1  2026-10-03T09:30:00Z  job.created  job-1  ",
                        "2  2026-10-03T09:30:00Z  job.completed  job-1  ");
    }

    @Test
    void aStreamThatIsCutGoesOnAfterItsLastWholeEvent() {
        streams.add(event("1", "job.created") + "id: 2\ndata: {\"type\":");
        streams.add(event("2", "job.completed"));

        stream("--job", "job-1", "--json");

        assertThat(requests)
                .containsExactly("/api/jobs/job-1/stream null", "/api/jobs/job-1/stream 1", "/api/jobs/job-1/stream 2");
        assertThat(out.toString().lines()).hasSize(2).last().asString().contains("\"type\":\"job.completed\"");
    }

    @Test
    void aBatchOrEverythingCanBeFollowedFromAnEventOn() {
        stream("--batch", "b", "--last-event-id", "3.7.1");
        stream();

        assertThat(requests).containsExactly("/api/jobs/batch/b/stream 3.7.1", "/api/ops/stream null");
    }

    @Test
    void aRefusalIsToldAndNotRepeated() {
        streams.add("429");

        assertThat(stream()).isEqualTo(1);

        assertThat(err.toString()).contains("STREAMS_FULL: too many");
        assertThat(requests).hasSize(1);
    }

    private int stream(String... arguments) {
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("stream", "--api-key", "key", "--url"));
        all.add("http://127.0.0.1:" + server.getAddress().getPort());
        all.addAll(List.of(arguments));
        return line.execute(all.toArray(String[]::new));
    }

    private static String event(String id, String type) {
        return "id: " + id + "\nevent: " + type + "\ndata: {\"type\":\"" + type
                + "\",\"subject\":\"job-1\",\"time\":\"2026-10-03T09:30:00Z\",\"data\":{}}\n\n";
    }

    /** The next stream; after the last one there is nothing more. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            String next = streams.poll();
            if (next == null) {
                exchange.sendResponseHeaders(204, -1);
            } else if (next.equals("429")) {
                send(exchange, 429, "{\"error\":{\"code\":\"STREAMS_FULL\",\"message\":\"too many\"}}");
            } else {
                send(exchange, 200, next);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

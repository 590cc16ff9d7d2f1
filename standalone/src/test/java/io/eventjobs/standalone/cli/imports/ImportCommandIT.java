package io.eventjobs.standalone.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.standalone.cli.EventJobs;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** The command {@code import} with the whole system on this machine; each test has its own event. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCommandIT {
    private static final String KEY = "import-key";

    private HttpServer site;
    private SingleProcess machine;
    private GatewayClient gateway;
    private String event;
    private volatile String schedule = "";

    @BeforeAll
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", this::answer);
        site.start();
        machine = SingleProcess.start(
                new SingleProcessSettings(0, null, KEY, 4, List.of("127.0.0.1"), true, Duration.ofSeconds(10)));
        gateway = new GatewayClient(URI.create(machine.url().toString()), KEY);
    }

    @AfterAll
    void stop() {
        machine.close();
        site.stop(0);
    }

    @BeforeEach
    void beginEvent(TestInfo test) {
        event = "Event of " + test.getDisplayName().replace("()", "");
    }

    @Test
    void aScheduleBecomesOneBatchPerTrackAndNothingTheSecondTime() throws Exception {
        schedule = scheduleOf("First", "Second", "Third");

        Outcome first = imported("--wait");
        Outcome second = imported();

        assertThat(first.status()).as(first.text()).isZero();
        assertThat(first.text())
                .contains(event + ": 3 sessions in 2 tracks (hub-json)")
                .contains("Even: 2 new, 0 changed, 0 unchanged")
                .contains("Submitted 3 jobs in 2 batches");
        assertThat(second.status()).isZero();
        assertThat(second.text()).contains("Even: nothing new, 2 unchanged", "Submitted 0 jobs in 0 batches");
        assertThat(batches()).hasSize(2);
        assertThat(jobs()).hasSize(3).allSatisfy(job -> {
            assertThat(job.path("status").asString()).isEqualTo("completed");
            assertThat(job.path("results").path("metadata").path("room").asString())
                    .isEqualTo("Hall");
            assertThat(job.path("results")
                            .path("metadata")
                            .path("sources")
                            .path("room")
                            .asString())
                    .isEqualTo("schedule:hub-json");
        });
    }

    @Test
    void onlyChangedSessionsAreSubmittedAgain() throws Exception {
        schedule = scheduleOf("First", "Second", "Third");
        imported();
        schedule = scheduleOf("First", "Second", "Third, renamed", "Fourth");

        Outcome changed = imported();

        assertThat(changed.text())
                .contains("Even: 0 new, 1 changed, 1 unchanged")
                .contains("Odd: 1 new, 0 changed, 1 unchanged")
                .contains("Submitted 2 jobs in 2 batches");
        assertThat(jobs()).hasSize(5);
    }

    @Test
    void aDryRunSubmitsNothing() throws Exception {
        schedule = scheduleOf("First");

        assertThat(imported("--dry-run").text()).contains("would be submitted", "Would submit 1 jobs in 1 batches");
        assertThat(jobs()).isEmpty();
    }

    @Test
    void onlyTheTracksThatAreWantedAreMade() throws Exception {
        schedule = scheduleOf("First", "Second");

        assertThat(imported("--track", "odd").status()).isZero();
        assertThat(jobs())
                .extracting(job -> job.path("parameters").path("session").asString())
                .containsExactly("Second");
        Outcome unknown = imported("--track", "Strange");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.text()).contains("unknown track: Strange; must be one of: Even; Odd");
    }

    @Test
    void anInvalidScheduleIsReported() {
        schedule = "<!doctype html><html></html>";
        Outcome page = imported();
        assertThat(page.status()).isEqualTo(1);
        assertThat(page.text()).contains("It is a web page, not a schedule.");

        Outcome blocked =
                run("import", address("/schedule.json"), "--url", machine.url().toString(), "--api-key", KEY);
        assertThat(blocked.status()).isEqualTo(1);
        assertThat(blocked.text()).contains("ADDRESS_BLOCKED");
    }

    private Outcome imported(String... options) {
        return run(Stream.concat(
                        Stream.of(
                                "import",
                                address("/" + event.replace(" ", "-") + "/schedule.json"),
                                "--event",
                                event,
                                "--language",
                                "en",
                                "--allow-private-host",
                                "127.0.0.1",
                                "--url",
                                machine.url().toString(),
                                "--api-key",
                                KEY),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter text = new StringWriter();
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(text, true));
        line.setErr(new PrintWriter(text, true));
        return new Outcome(line.execute(arguments), text.toString());
    }

    private record Outcome(int status, String text) {}

    private List<JsonNode> jobs() throws InterruptedException {
        return list("/api/event-job/jobs?limit=500&event=", "jobs");
    }

    private List<JsonNode> batches() throws InterruptedException {
        return list("/api/event-job/batches?limit=500&event=", "batches");
    }

    private List<JsonNode> list(String path, String name) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        gateway.get(path + event.replace(" ", "%20")).path(name).forEach(all::add);
        return all;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    /** All in one hall, with alternating tracks. */
    private String scheduleOf(String... titles) {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            events.append(
                    """
                    %s{"title": "%s", "url": "%s", "track": "%s", "room": "Hall", "start": "2026-05-02T10:00:00+02:00", "end": "2026-05-02T10:30:00+02:00",
                      "language": "en", "abstract": "What %s is about."}"""
                            .formatted(
                                    i == 0 ? "" : ",",
                                    titles[i],
                                    address("/talk/" + i),
                                    i % 2 == 0 ? "Even" : "Odd",
                                    titles[i]));
        }
        return "{\"schedule\": {\"events\": [" + events + "]}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean isSchedule = exchange.getRequestURI().getPath().endsWith(".json");
        String page =
                "<html><head><title>Talk</title></head><body><main><h1>Talk</h1><p>A page that is long enough to be the page of a talk, and says so in a sentence.</p></main></body></html>";
        byte[] body = (isSchedule ? schedule : page).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", isSchedule ? "application/json" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventjobs.standalone.client.ApiKey;
import io.eventjobs.standalone.demo.Conference;
import io.eventjobs.standalone.demo.ConferenceServer;
import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Every command of the guides, in a shell, with the bundled conference in place of the one that they name. The command line runs in this process,
 * since starts of Java would take most of the time; servers and the demo, which have tests of their own, are not started.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesIT {
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```");
    private static final String KEY = ApiKey.KNOWN;

    @TempDir
    private Path folder;

    private ConferenceServer pages;
    private HttpServer schedules;
    private HttpServer terminal;
    private SingleProcess machine;

    @BeforeAll
    void start() throws IOException {
        Conference conference = Conference.bundled();
        pages = ConferenceServer.start(conference);
        byte[] schedule = schedule(conference).getBytes(StandardCharsets.UTF_8);
        schedules = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        schedules.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, schedule.length);
                exchange.getResponseBody().write(schedule);
            }
        });
        schedules.start();
        machine = SingleProcess.start(new SingleProcessSettings(
                0, null, KEY, 4, List.of(ConferenceServer.HOST), true, Duration.ofSeconds(30)));
        // Read where a user would set the environment.
        System.setProperty("EVENT_JOBS_URL", machine.url().toString());
        System.setProperty(
                "EVENT_JOBS_KAFKA_CONFIG",
                machine.backends().kafkaClientFile().orElseThrow().toString());
        terminal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        terminal.createContext("/", this::execute);
        terminal.start();
    }

    @AfterAll
    void stop() {
        System.clearProperty("EVENT_JOBS_URL");
        System.clearProperty("EVENT_JOBS_KAFKA_CONFIG");
        terminal.stop(0);
        machine.close();
        pages.close();
        schedules.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getting-started.md",
                "guides/whole-conference.md",
                "guides/translation.md",
                "guides/own-template.md",
                "guides/failures.md",
                "guides/events.md"
            })
    void everyCommandOfTheGuideWorks(String guide) throws Exception {
        Path place = Files.createDirectories(folder.resolve(guide.replaceAll("\\W", "-")));
        Path program = place.resolve("event-jobs");
        Files.writeString(program, program());
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String script = commands(Files.readString(Path.of("..", "docs", guide)));

        Process shell = shell(place, script);

        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
    }

    private Process shell(Path place, String script) throws IOException {
        return new ProcessBuilder("bash", "-euxo", "pipefail", "-c", script)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** A program that hands its arguments to this process; files are those of the folder that it is called in. */
    private String program() {
        return """
                #!/bin/bash
                case "$1" in
                    up|demo) exit 0 ;;
                    import) set -- "$@" --allow-private-host 127.0.0.1 ;;
                esac
                arguments=()
                for argument in "$@"; do
                    case "$before" in --out|--html|--epub) argument=$PWD/$argument ;; esac
                    if [ -f "$argument" ]; then argument=$(realpath "$argument"); fi
                    # Nobody would end it.
                    if [ "$argument" = --follow ]; then continue; fi
                    arguments+=("$argument")
                    before=$argument
                done
                answer=$(printf '%%s\\n' "${arguments[@]}" | curl -sS --data-binary @- http://127.0.0.1:%d/)
                printf '%%s\\n' "${answer%%$'\\n'*}"
                exit "${answer##*$'\\n'}"
                """
                .formatted(terminal.getAddress().getPort());
    }

    /** Runs the command line with the lines of the request as arguments; answers its output, and in the last line its exit code. */
    private void execute(HttpExchange exchange) throws IOException {
        String[] arguments = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n");
        StringWriter output = new StringWriter();
        CommandLine line = EventJobs.commandLine();
        line.setOut(new PrintWriter(output, true));
        line.setErr(new PrintWriter(output, true));
        int code = line.execute(arguments);
        byte[] answer = (output.toString().stripTrailing() + "\n" + code).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String commands(String guide) {
        String session = pages.address(Conference.bundled().sessions().getFirst());
        String all =
                COMMANDS.matcher(guide).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(all).contains("./event-jobs");
        return all.replace(
                        "FILE",
                        machine.backends().kafkaClientFile().orElseThrow().toString())
                .replaceAll("https://fosdem\\.org/\\S+?/schedule/event/[^/]+/", session)
                .replace(
                        "https://fosdem.org/2025/schedule/xml",
                        "http://127.0.0.1:" + schedules.getAddress().getPort() + "/schedule.json");
    }

    /** The bundled conference under the name that the guides use, without the page that is broken on purpose. */
    private String schedule(Conference conference) {
        String events = conference.sessions().stream()
                .filter(session -> !session.kind().equals("broken"))
                .map(session -> """
                        {"title": "%s", "url": "%s", "track": "%s"}"""
                        .formatted(session.title().replace("\"", "\\\""), pages.address(session), session.track()))
                .collect(Collectors.joining(",\n"));
        return "{\"schedule\": {\"conference\": {\"title\": \"FOSDEM 2025\"}, \"events\": [" + events + "]}}";
    }
}

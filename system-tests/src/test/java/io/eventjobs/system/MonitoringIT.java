package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.WorkerApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Alerts, dashboards and the autoscaler ask only for metrics that a gateway or a worker exports from its start. */
@ExtendWith(SystemUnderTest.class)
class MonitoringIT {
    private static final Path DEPLOY = Path.of("../deploy");

    /** The value of {@code expr} in YAML and JSON, and the autoscaler's query in the chart. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "^\\s*\"?expr\"?: \"?(.*?)\"?,?$|printf \"(sum\\(event_jobs.*?\\))\" \\.Release", Pattern.MULTILINE);

    /** Label matchers, ranges, grouping clauses and quoted words are not metrics. */
    private static final Pattern NOT_METRICS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|on|without) \\([^)]*\\)|\"[^\"]*\"");

    /** A word that is neither a function nor an operator. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?!and\\b|or\\b|unless\\b)[a-z_][a-z0-9_]*\\b(?!\\s*\\()");

    private static final Pattern EXPORTED = Pattern.compile("^([a-z_][a-z0-9_]*)[{ ]", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void everyMetricThatIsAskedForIsExportedFromTheStart(Gateway gateway) throws Exception {
        Set<String> exported =
                exported(new String(gateway.get("/actuator/prometheus").body(), StandardCharsets.UTF_8));
        exported.addAll(exported(freshWorkerMetrics()));
        // A request has been answered: the scrape itself is one, which the next scrape shows.
        exported.addAll(exported(new String(gateway.get("/actuator/prometheus").body(), StandardCharsets.UTF_8)));

        for (Path file : files()) {
            Set<String> asked = metrics(file);
            assertThat(asked).as("metrics in " + file).isNotEmpty();
            assertThat(exported).as("metrics that " + file + " asks for").containsAll(asked);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("observability"))) {
            List<Path> found = files.filter(file -> file.toString().matches(".*\\.(json|yml)"))
                    .collect(Collectors.toList());
            assertThat(found).hasSizeGreaterThan(3);
            found.add(DEPLOY.resolve("helm/event-jobs/templates/worker.yaml"));
            return found;
        }
    }

    private static Set<String> metrics(Path file) {
        return EXPRESSION
                .matcher(read(file))
                .results()
                .map(MonitoringIT::expression)
                .map(expression -> NOT_METRICS.matcher(expression).replaceAll(" "))
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String expression(MatchResult found) {
        String text = found.group(1) == null ? found.group(2) : found.group(1);
        return text.replace("\\\\", "").replace("\\\"", "\"").replace("%q", "\"\"");
    }

    private static Set<String> exported(String scrape) {
        Set<String> names = new TreeSet<>();
        for (Matcher name = EXPORTED.matcher(scrape); name.find(); ) {
            names.add(name.group(1));
        }
        return names;
    }

    /** Of a worker that has not reached any service yet. */
    private String freshWorkerMetrics() throws IOException, InterruptedException {
        SpringApplication application = WorkerApplication.application();
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext worker = application.run(
                "--event-jobs.worker.management-port=0",
                "--event-jobs.worker.work-folder=" + folder,
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--event-jobs.s3.endpoint=http://127.0.0.1:1")) {
            String port = worker.getEnvironment().getRequiredProperty("local.server.port");
            URI address = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

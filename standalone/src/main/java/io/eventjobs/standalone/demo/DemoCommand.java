package io.eventjobs.standalone.demo;

import io.eventjobs.standalone.client.ApiKey;
import io.eventjobs.standalone.client.GatewayClient;
import io.eventjobs.standalone.client.JobOrBatch;
import io.eventjobs.standalone.client.ProgressLine;
import io.eventjobs.standalone.process.SingleProcess;
import io.eventjobs.standalone.process.SingleProcessSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Runs a bundled conference, in the whole system in this process or in one that runs elsewhere, and extracts the results. */
@Command(
        name = "demo",
        description = "Run the whole system on a bundled conference and extract the results;"
                + " with --url, have a system elsewhere do it.")
public final class DemoCommand implements Callable<Integer> {
    private static final String KEY = "demo";
    private static final int SLOTS = 8;

    @Option(
            names = "--out",
            defaultValue = "event-jobs-output/demo",
            description = "Folder for the results (default: ${DEFAULT-VALUE})")
    Path out = Path.of("event-jobs-output/demo");

    @Option(names = "--keep", description = "Keep the system running afterwards, until Ctrl-C")
    boolean keep;

    @Option(
            names = "--url",
            description = "URL of a gateway of a system that runs already; the conference's files are uploaded to it")
    @Nullable URI url;

    @Option(
            names = "--api-key",
            description = "API key of that system, which other users of this machine see (default: EVENT_JOBS_API_KEY,"
                    + " the file EVENT_JOBS_API_KEY_FILE, or event-jobs)")
    @Nullable String apiKey;

    @Option(
            names = "--training",
            paramLabel = "JOBS",
            hidden = true,
            description = "Run so many jobs without work first, for the training run of the build (ADR 28)")
    int training;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        long start = System.nanoTime();
        Conference conference = Conference.bundled();
        boolean asExpected = url == null ? here(terminal, start, conference) : elsewhere(terminal, url, conference);
        say(terminal, "Took %.1f s in all.".formatted(seconds(start)));
        return asExpected ? 0 : 1;
    }

    private boolean here(PrintWriter terminal, long start, Conference conference)
            throws InterruptedException, IOException {
        say(
                terminal,
                "Starting Kafka, a MongoDB-compatible server, an S3 server, a gateway and a worker in this process …");
        SingleProcessSettings settings = new SingleProcessSettings(
                0, null, KEY, SLOTS, List.of(ConferenceServer.HOST), training > 0, Duration.ofSeconds(30));
        try (ConferenceServer pages = ConferenceServer.start(conference);
                SingleProcess system = SingleProcess.start(settings)) {
            say(terminal, "Ready after %.1f s at %s".formatted(seconds(start), system.url()));
            GatewayClient client = new GatewayClient(system.url(), KEY);
            train(client);
            boolean asExpected = run(terminal, conference, client, session -> Map.of("url", pages.address(session)));
            if (keep) {
                say(terminal, "Kafka    " + system.backends().kafkaBootstrapServers());
                system.backends().kafkaClientFile().ifPresent(file -> say(terminal, "Events   --kafka-config " + file));
                say(terminal, "Still running at " + system.url() + " with key " + KEY + "; Ctrl-C ends it.");
                new CountDownLatch(1).await();
            }
            return asExpected;
        }
    }

    /** What the code between the services needs to be fast is known after many jobs only. */
    private void train(GatewayClient client) throws InterruptedException, IOException {
        if (training > 0) {
            List<Map<String, Object>> jobs = Collections.nCopies(
                    training, Map.of("job_type", "noop", "parameters", Map.of("event", "training")));
            String body = client.mapper().writeValueAsString(Map.of("batch_name", "training", "jobs", jobs));
            JsonNode batch = client.post("/api/jobs/batch", body);
            JsonNode done = new JobOrBatch(batch.path("batch_id").asString()).watch(client, progress -> {});
            open(client, "/batches/" + batch.path("batch_id").asString());
            open(client, "/jobs/" + done.path("jobs").path(0).path("job_id").asString());
            for (String page : List.of("/", "/batches", "/library", "/dead-letters", "/workers")) {
                open(client, page);
            }
        }
    }

    /** A page of the console, so that the first one that a person opens is not the slowest. */
    private static void open(GatewayClient client, String page) throws InterruptedException, IOException {
        Path folder = Files.createTempDirectory("event-jobs-demo");
        try {
            client.download(page, folder.resolve("page.html"));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private boolean elsewhere(PrintWriter terminal, URI system, Conference conference)
            throws InterruptedException, IOException {
        say(terminal, "Uploading the files of the conference to " + system);
        GatewayClient client = new GatewayClient(system, ApiKey.of(apiKey));
        Path files = Files.createTempDirectory("event-jobs-demo");
        try {
            return run(terminal, conference, client, new UploadedConference(conference, client, files));
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private boolean run(PrintWriter terminal, Conference conference, GatewayClient client, SessionAddresses addresses)
            throws InterruptedException, IOException {
        JsonNode batch = client.post("/api/event-job/batches", body(client, conference, addresses));
        JobOrBatch subject = new JobOrBatch(batch.path("batch_id").asString());
        say(
                terminal,
                "Submitted \"" + conference.name() + "\": "
                        + batch.path("job_count").asInt() + " sessions as " + subject.id());
        ProgressLine line = new ProgressLine(terminal);
        JsonNode done = subject.watch(client, line::show);
        line.end();
        Files.createDirectories(out);
        Path zip = out.resolve("conference.zip");
        client.download(subject.path() + "/archive", zip);
        new ZipExtractor(out).extract(zip);
        return report(terminal, done);
    }

    private String body(GatewayClient client, Conference conference, SessionAddresses addresses)
            throws IOException, InterruptedException {
        List<Map<String, String>> jobs = new ArrayList<>();
        for (Conference.Session session : conference.sessions()) {
            Map<String, String> job = new LinkedHashMap<>(addresses.of(session));
            job.put("event", conference.name());
            job.put("session", session.title());
            job.put("track", session.track());
            job.put("day", session.day());
            job.put("target_language", "en");
            jobs.add(job);
        }
        return client.mapper().writeValueAsString(Map.of("batch_name", conference.name(), "jobs", jobs));
    }

    /** Prints the outcome of each job; returns whether it is the expected one. */
    private boolean report(PrintWriter terminal, JsonNode batch) {
        int completed = batch.path("completed_count").asInt();
        int failed = batch.path("failed_count").asInt();
        for (JsonNode job : batch.path("jobs")) {
            JsonNode error = job.path("error");
            String mark = job.path("status").asString().equals("completed") ? "completed" : "failed   ";
            String why = error.isMissingNode()
                    ? ""
                    : " — " + error.path("code").asString() + ": "
                            + error.path("message").asString();
            say(terminal, "  " + mark + "  " + job.path("job_name").asString() + why);
        }
        say(
                terminal,
                "%d documents written, %d failed (one page of this conference is broken on purpose)."
                        .formatted(completed, failed));
        say(terminal, "Open  " + out.toAbsolutePath().normalize().resolve("index.md"));
        say(terminal, "ZIP   " + out.toAbsolutePath().normalize().resolve("conference.zip"));
        return failed == 1 && completed == batch.path("job_count").asInt() - 1;
    }

    private static void say(PrintWriter terminal, String line) {
        terminal.println(line);
        terminal.flush();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}

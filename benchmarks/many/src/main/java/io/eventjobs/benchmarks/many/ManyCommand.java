package io.eventjobs.benchmarks.many;

import io.eventjobs.standalone.embedded.FreePort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures and prints a table in Markdown. The services and each gateway are processes of their own. */
@Command(name = "many", description = "Measures gateways beside many workers, gateways and waiting jobs.")
public final class ManyCommand implements Callable<Integer> {
    private static final int BATCH = 1_000;
    private static final int CALLS = 100;
    private static final String HEAP = "area=\"heap\"";
    private static final int SCAN_SECONDS = 5;
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--workers", defaultValue = "500", description = "Simulated workers (default: ${DEFAULT-VALUE})")
    int workers;

    @Option(names = "--jobs", defaultValue = "100000", description = "Waiting jobs (default: ${DEFAULT-VALUE})")
    int jobs;

    @Option(
            names = "--gateways",
            defaultValue = "20",
            description = "Gateways that join and leave (default: ${DEFAULT-VALUE})")
    int gateways;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<LocalProcess> running = new ArrayDeque<>();
    private final List<String> rows = new ArrayList<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ManyCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("event-jobs-many");
        try {
            Map<String, String> environment = startServices(folder);
            int port = FreePort.next();
            LocalProcess process = startGateway(folder, environment, port);
            GatewayApi gateway = new GatewayApi(http, port);
            await("a gateway", gateway::isReady);
            gateway.post("/api/ops/queue/pause", "");
            String kafka = Objects.requireNonNull(environment.get("EVENT_JOBS_KAFKA"));
            try (SimulatedWorkers simulated = SimulatedWorkers.start(kafka, workers)) {
                measureWorkers(gateway, process, simulated.count());
            }
            measureJobs(gateway, process);
            measureCalls(gateway);
            measureGateways(folder, environment, gateway);
        } finally {
            running.forEach(LocalProcess::close);
        }
        System.out.println("| what | measured |\n|---|---|");
        rows.forEach(System.out::println);
        return 0;
    }

    private Map<String, String> startServices(Path folder) throws IOException {
        int kafka = FreePort.next();
        int mongodb = FreePort.next();
        int s3 = FreePort.next();
        running.push(LocalProcess.start(
                folder.resolve("services.log"),
                "2g",
                Map.of(),
                List.of(
                        "services",
                        "--data",
                        folder.resolve("data").toString(),
                        "--kafka-port",
                        "" + kafka,
                        "--mongodb-port",
                        "" + mongodb,
                        "--s3-port",
                        "" + s3,
                        "--s3-access-key",
                        "many",
                        "--s3-secret-key",
                        "many-secret")));
        return Map.of(
                "EVENT_JOBS_KAFKA", "127.0.0.1:" + kafka,
                "EVENT_JOBS_MONGODB", "mongodb://127.0.0.1:" + mongodb + "/event-jobs",
                "EVENT_JOBS_S3_ENDPOINT", "http://127.0.0.1:" + s3,
                "EVENT_JOBS_S3_ACCESS_KEY", "many",
                "EVENT_JOBS_S3_SECRET_KEY", "many-secret",
                "EVENT_JOBS_API_KEY", GatewayApi.KEY,
                "EVENT_JOBS_RECOVERY_INTERVAL", SCAN_SECONDS + "s");
    }

    private LocalProcess startGateway(Path folder, Map<String, String> environment, int port) throws IOException {
        LocalProcess gateway = LocalProcess.start(
                folder.resolve("gateway-" + port + ".log"),
                "640m",
                environment,
                List.of("gateway", "--port", "" + port, "--enable-noop"));
        running.push(gateway);
        return gateway;
    }

    /** What announcements alone cost a gateway that owns all partitions. */
    private void measureWorkers(GatewayApi gateway, LocalProcess process, int simulated)
            throws IOException, InterruptedException {
        await(
                "the workers",
                () -> gateway.data("/api/ops/queue").path("workers").size() == simulated);
        Duration before = process.processorTime();
        Thread.sleep(WATCHED);
        Duration spent = process.processorTime().minus(before);
        row(
                "%,d workers announce themselves: share of a core of the gateway that owns all partitions",
                "%.0f %%", workers, 100.0 * spent.toMillis() / WATCHED.toMillis());
        row("the same: p95 of the queue's state", "%.0f ms", gateway.p95("/api/ops/queue", CALLS));
    }

    private void measureJobs(GatewayApi gateway, LocalProcess process) throws IOException, InterruptedException {
        process.collectGarbage();
        double empty = gateway.metric("jvm_memory_used_bytes", HEAP);
        long start = System.nanoTime();
        for (int submitted = 0; submitted < jobs; submitted += BATCH) {
            gateway.submit(Math.min(BATCH, jobs - submitted));
        }
        row(
                "%,d jobs accepted in batches of %,d, queue paused",
                "%,.0f/s", jobs, BATCH, jobs / ((System.nanoTime() - start) / 1e9));
        await("the gateway's index", () -> gateway.metric("event_jobs_jobs") >= jobs);
        process.collectGarbage();
        row(
                "live heap of a gateway for each waiting job",
                "%.0f bytes",
                (gateway.metric("jvm_memory_used_bytes", HEAP) - empty) / jobs);
        double scans = gateway.metric("event_jobs_recovery_scan_seconds_count");
        double seconds = gateway.metric("event_jobs_recovery_scan_seconds_sum");
        await("two scans", () -> gateway.metric("event_jobs_recovery_scan_seconds_count") >= scans + 2);
        row(
                "a recovery scan of %,d waiting jobs",
                "%.2f s",
                jobs,
                (gateway.metric("event_jobs_recovery_scan_seconds_sum") - seconds)
                        / (gateway.metric("event_jobs_recovery_scan_seconds_count") - scans));
    }

    private void measureCalls(GatewayApi gateway) throws IOException, InterruptedException {
        row("list of 50 jobs, p95", "%.0f ms", gateway.p95("/api/event-job/jobs?limit=50", CALLS));
        row(
                "the same, filtered by status",
                "%.0f ms",
                gateway.p95("/api/event-job/jobs?status=pending&limit=50", CALLS));
        row("the same, filtered by event", "%.0f ms", gateway.p95("/api/event-job/jobs?event=Many&limit=50", CALLS));
    }

    /** All join at once, then all but the first leave. */
    private void measureGateways(Path folder, Map<String, String> environment, GatewayApi first)
            throws IOException, InterruptedException {
        double partitions = first.metric("event_jobs_partitions");
        List<GatewayApi> all = new ArrayList<>(List.of(first));
        List<LocalProcess> joined = new ArrayList<>();
        long start = System.nanoTime();
        for (int number = 1; number < gateways; number++) {
            int port = FreePort.next();
            joined.add(startGateway(folder, environment, port));
            all.add(new GatewayApi(http, port));
        }
        int owners = (int) Math.min(gateways, partitions);
        await("the gateways that joined", () -> owners(all) == owners && owned(all) == partitions);
        row(
                "%d gateways, after all but one are started at once, own all partitions",
                "%.0f s", gateways, (System.nanoTime() - start) / 1e9);
        long leaving = System.nanoTime();
        joined.forEach(gateway -> gateway.process().destroy());
        await("the gateway that remained", () -> first.metric("event_jobs_partitions") == partitions);
        row(
                "after all but one are stopped at once, the one owns all partitions",
                "%.1f s",
                (System.nanoTime() - leaving) / 1e9);
        await("its index", () -> first.metric("event_jobs_jobs") >= jobs);
        row("and has all waiting jobs in its index", "%.1f s", (System.nanoTime() - leaving) / 1e9);
    }

    private static long owners(List<GatewayApi> gateways) throws InterruptedException {
        long owners = 0;
        for (GatewayApi gateway : gateways) {
            owners += gateway.isReady() ? 1 : 0;
        }
        return owners;
    }

    private static double owned(List<GatewayApi> gateways) throws IOException, InterruptedException {
        double owned = 0;
        for (GatewayApi gateway : gateways) {
            owned += gateway.metric("event_jobs_partitions");
        }
        return owned;
    }

    private static void await(String what, Condition condition) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("waited too long for " + what);
            }
            Thread.sleep(200);
        }
    }

    private void row(String what, String measured, Object... values) {
        Object[] named = Arrays.copyOf(values, values.length - 1);
        String row = "| " + what.formatted(named) + " | " + measured.formatted(values[values.length - 1]) + " |";
        rows.add(row);
        System.err.println(row);
    }

    /** What is waited for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}

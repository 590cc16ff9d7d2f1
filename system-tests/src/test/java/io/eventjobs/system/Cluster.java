package io.eventjobs.system;

import io.eventjobs.standalone.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Services, gateways and workers as local processes, started with the regular commands; they can be killed, frozen and restarted by name.
 * Leases last 3 seconds, or as long as {@code -Dfaults.lease} says. Each process logs into a file with its name.
 */
final class Cluster implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(Long.getLong("faults.lease", 3));

    private static final Pattern TAKES_COMMANDS = Pattern.compile("takes commands worker_id=\"([^\"]+)\"");

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, List<String>> commands = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Map<String, Gateway> gateways = new LinkedHashMap<>();
    private Program program = Program.thisVersion();

    private Cluster(Path folder, Map<String, String> services) {
        this.folder = folder;
        environment.putAll(services);
        environment.put("EVENT_JOBS_API_KEY", Gateway.KEY);
        environment.put("EVENT_JOBS_LEASE", LEASE.toSeconds() + "s");
        environment.put("EVENT_JOBS_CLAIM_DEADLINE", LEASE.multipliedBy(2).toSeconds() + "s");
        environment.put("EVENT_JOBS_RECOVERY_INTERVAL", LEASE.multipliedBy(4).toSeconds() + "s");
    }

    /** With its own services, on ports and with data that survive their restarts. */
    static Cluster withServices(Path folder) {
        int kafka = FreePort.next();
        return withServices(folder, kafka, "127.0.0.1:" + kafka);
    }

    /** The same with three brokers, each a process. */
    static Cluster withThreeBrokers(Path folder) {
        int kafka = FreePort.first(3);
        String addresses = IntStream.range(kafka, kafka + 3)
                .mapToObj(port -> "127.0.0.1:" + port)
                .collect(Collectors.joining(","));
        return withServices(folder, kafka, addresses, "--brokers", "3");
    }

    /**
     * With its own services.
     *
     * @param kafka port of the first broker
     * @param addresses broker addresses for clients
     */
    static Cluster withServices(Path folder, int kafka, String addresses, String... more) {
        int mongodb = FreePort.next();
        int s3 = FreePort.next();
        Map<String, String> services = Map.of(
                "EVENT_JOBS_KAFKA",
                addresses,
                "EVENT_JOBS_MONGODB",
                "mongodb://127.0.0.1:" + mongodb + "/event-jobs",
                "EVENT_JOBS_S3_ENDPOINT",
                "http://127.0.0.1:" + s3,
                "EVENT_JOBS_S3_ACCESS_KEY",
                "cluster",
                "EVENT_JOBS_S3_SECRET_KEY",
                "cluster-secret");
        Cluster cluster = new Cluster(folder, services);
        List<String> command = new ArrayList<>(
                List.of("services", "--data", folder.resolve("data").toString()));
        command.addAll(List.of("--kafka-port", "" + kafka, "--mongodb-port", "" + mongodb, "--s3-port", "" + s3));
        command.addAll(List.of(more));
        cluster.define("services", "512m", command.toArray(String[]::new));
        cluster.start("services");
        return cluster;
    }

    /** Without services, for tests that provide their own. */
    static Cluster withoutServices(Path folder) {
        return new Cluster(folder, Map.of());
    }

    /** Environment variables for processes started from now on: service addresses, possibly those of a proxy, and settings. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** Starts the whole system in one process; it is ready when {@link #awaitReady} returns. */
    Gateway up(String name) {
        int port = FreePort.next();
        define(name, "512m", "up", "--ephemeral", "--port", "" + port, "--allow-private-host", "127.0.0.1");
        Gateway gateway = new Gateway(URI.create("http://127.0.0.1:" + port));
        gateways.put(name, gateway);
        start(name);
        return gateway;
    }

    /** Processes that are defined from now on are of another version: this program is run. */
    void useProgram(Program other) {
        program = other;
    }

    String address(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** Starts a gateway; it is ready when {@link #awaitReady} returns. */
    Gateway gateway(String name, String... more) {
        Gateway gateway = defineGateway(name, more);
        start(name);
        return gateway;
    }

    /** Defines a gateway to be started later. */
    Gateway defineGateway(String name, String... more) {
        int port = FreePort.next();
        List<String> command = new ArrayList<>(List.of("gateway", "--port", "" + port, "--enable-noop"));
        command.addAll(List.of(more));
        define(name, "256m", command.toArray(String[]::new));
        Gateway gateway = new Gateway(URI.create("http://127.0.0.1:" + port));
        gateways.put(name, gateway);
        return gateway;
    }

    void worker(String name, int slots, String... more) {
        defineWorker(name, slots, more);
        start(name);
    }

    /** Defines a worker to be started later. */
    void defineWorker(String name, int slots, String... more) {
        List<String> command =
                new ArrayList<>(List.of("worker", "--slots", "" + slots, "--allow-private-host", "127.0.0.1"));
        command.add("--enable-noop");
        command.addAll(List.of(more));
        define(name, "256m", command.toArray(String[]::new));
    }

    /** Waits until every running gateway is ready, is connected to Kafka, and sees this many workers. Log output counts as progress. */
    void awaitReady(int workers) {
        gateways.keySet().forEach(name -> awaitReady(name, workers));
    }

    /** The same for one gateway. */
    void awaitReady(String name, int workers) {
        Gateway gateway = Objects.requireNonNull(gateways.get(name));
        Progress.await(
                name + " is ready and sees " + workers + " workers",
                () -> new Readiness(!isRunning(name) || gateway.isReady(workers), bytesLogged()),
                Readiness::isReady);
    }

    private long bytesLogged() {
        return processes.keySet().stream()
                .mapToLong(name -> log(name).toFile().length())
                .sum();
    }

    private boolean isRunning(String name) {
        Process process = processes.get(name);
        return process != null && process.isAlive();
    }

    /** Starts the process defined under this name, for the first time or again. */
    void start(String name) {
        try {
            ProcessBuilder builder = new ProcessBuilder(commands.get(name))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name).toFile()));
            builder.environment().putAll(environment);
            processes.put(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process without warning: SIGKILL. */
    void kill(String name) {
        process(name).destroyForcibly();
        awaitEnd(name);
    }

    /** The child processes of a process. */
    List<ProcessHandle> children(String name) {
        return process(name).toHandle().children().toList();
    }

    long pid(String name) {
        return process(name).pid();
    }

    /** Kills those that are still running. */
    void killAll(String... names) {
        Stream.of(names).filter(processes::containsKey).forEach(this::kill);
    }

    /** Restarts what a test has left dead, and resumes what it has left frozen. */
    void revive() {
        for (String name : List.copyOf(processes.keySet())) {
            if (isRunning(name)) {
                thaw(name);
            } else {
                start(name);
            }
        }
    }

    /** Restarts it with a clock that is wrong by this much. */
    void startWithClock(String name, Duration offset) {
        environment.put("EVENT_JOBS_CLOCK_OFFSET", offset.toString());
        start(name);
        environment.remove("EVENT_JOBS_CLOCK_OFFSET");
    }

    /** Stops the process: SIGTERM. */
    void terminate(String name) {
        process(name).destroy();
    }

    boolean awaitEnd(String name) {
        try {
            return process(name).waitFor(Progress.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a process that has ended. */
    int exitCode(String name) {
        return process(name).exitValue();
    }

    /** Freezes the process without its noticing: SIGSTOP. */
    void freeze(String name) {
        ProcessTree.signal(process(name), "-STOP");
    }

    void thaw(String name) {
        ProcessTree.signal(process(name), "-CONT");
    }

    /** The id that a worker assigned to itself at its last start. */
    String workerId(String name) {
        try {
            Matcher ids = TAKES_COMMANDS.matcher(Files.readString(log(name)));
            String last = "";
            while (ids.find()) {
                last = ids.group(1);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log file of the process. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() {
        processes.keySet().forEach(name -> ProcessTree.signal(process(name), "-CONT"));
        ProcessTree.kill(processes.values());
    }

    private void define(String name, String heap, String... arguments) {
        commands.put(name, program.commandLine(heap, List.of(arguments)));
    }

    private Process process(String name) {
        Process process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("no process " + name);
        }
        return process;
    }

    private record Readiness(boolean isReady, long bytesLogged) {}
}

package io.eventjobs.standalone.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cluster of brokers, each a child process. A broker that dies is restarted. The brokers end with this process, however it
 * ends, since each reads its standard input, which is closed then.
 */
public final class BrokerProcesses implements Brokers {
    /** Created before several threads log. */
    private static final Logger LOG = LoggerFactory.getLogger(BrokerProcesses.class);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    private final Path folder;
    private final List<EmbeddedKafka.Node> cluster;
    private final List<String> command;
    private final List<Process> running = new ArrayList<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("brokers").daemon(true).factory());

    private BrokerProcesses(Path folder, List<EmbeddedKafka.Node> cluster, List<String> command) {
        this.folder = folder;
        this.cluster = cluster;
        this.command = command;
    }

    /**
     * Starts a cluster, and returns when all brokers are ready.
     *
     * @param count number of brokers
     * @param firstPort port of the first broker, the others have the next ports; 0 for any free ports
     * @param program command that starts a broker, given {@link #arguments}
     */
    public static BrokerProcesses start(Path folder, int count, int firstPort, List<String> program) {
        List<EmbeddedKafka.Node> cluster = IntStream.rangeClosed(1, count)
                .mapToObj(id -> new EmbeddedKafka.Node(
                        id, firstPort == 0 ? FreePort.next() : firstPort + id - 1, FreePort.next()))
                .toList();
        BrokerProcesses brokers = new BrokerProcesses(folder, cluster, program);
        try {
            brokers.startAll();
            return brokers;
        } catch (IOException e) {
            brokers.close();
            throw new EmbeddedServerException("Could not start the brokers in " + folder + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            brokers.close();
            throw new EmbeddedServerException("Interrupted while the brokers started", e);
        }
    }

    /** The arguments for one broker: its folder, its id, the cluster. */
    static List<String> arguments(Path folder, int id, List<EmbeddedKafka.Node> cluster) {
        String nodes = cluster.stream()
                .map(node -> node.id() + ":" + node.clientPort() + ":" + node.controllerPort())
                .collect(Collectors.joining(","));
        return List.of(
                "--folder", folder.resolve("broker-" + id).toString(), "--id", Integer.toString(id), "--nodes", nodes);
    }

    @Override
    public String bootstrapServers() {
        return cluster.stream().map(node -> "127.0.0.1:" + node.clientPort()).collect(Collectors.joining(","));
    }

    /** The process ids, in the order of the brokers. */
    public synchronized List<Long> pids() {
        return running.stream().map(Process::pid).toList();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        List<Process> all = copy();
        all.forEach(Process::destroy);
        for (Process process : all) {
            try {
                if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void startAll() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (EmbeddedKafka.Node node : cluster) {
            Files.deleteIfExists(readyFile(node));
            add(startProcess(node));
        }
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        for (EmbeddedKafka.Node node : cluster) {
            while (!Files.exists(readyFile(node))) {
                if (System.nanoTime() > deadline || !copy().get(node.id() - 1).isAlive()) {
                    throw new IOException("broker " + node.id() + " did not start; see " + logFile(node));
                }
                Thread.sleep(POLL_INTERVAL.dividedBy(10));
            }
        }
        watch.scheduleWithFixedDelay(
                this::restartEnded, POLL_INTERVAL.toMillis(), POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Process startProcess(EmbeddedKafka.Node node) throws IOException {
        List<String> full = new ArrayList<>(command);
        full.addAll(arguments(folder, node.id(), cluster));
        File output = logFile(node).toFile();
        return new ProcessBuilder(full)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
    }

    private synchronized void add(Process process) {
        running.add(process);
    }

    private synchronized List<Process> copy() {
        return List.copyOf(running);
    }

    private synchronized void restartEnded() {
        for (int i = 0; i < running.size(); i++) {
            if (!running.get(i).isAlive()) {
                EmbeddedKafka.Node node = cluster.get(i);
                LOG.atWarn().addKeyValue(LogKeys.BROKER, node.id()).log("Broker ended; restarting it");
                try {
                    running.set(i, startProcess(node));
                } catch (IOException e) {
                    LOG.atError()
                            .addKeyValue(LogKeys.BROKER, node.id())
                            .setCause(e)
                            .log("Broker could not be restarted");
                }
            }
        }
    }

    private Path logFile(EmbeddedKafka.Node node) {
        return folder.resolve("broker-" + node.id() + ".log");
    }

    /** Created by the broker when it is ready. */
    private Path readyFile(EmbeddedKafka.Node node) {
        return folder.resolve("broker-" + node.id() + ".ready");
    }
}

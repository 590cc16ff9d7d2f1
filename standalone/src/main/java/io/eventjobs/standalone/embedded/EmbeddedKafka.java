package io.eventjobs.standalone.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One KRaft node, broker and controller, in this process, on loopback. What it acknowledged is in the operating system's
 * page cache at least, so it survives the death of the process.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String CLUSTER_ID = "RXZlbnRKb2JzT25lTWFjaA";
    /** A broker that was killed is fenced only when its session ends; a start after a kill waits for that. */
    private static final String SESSION_MILLIS = "2000";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts, and returns when it serves.
     *
     * @param folder made if missing; kept
     * @param port to listen on, 0 for any free one
     */
    public static EmbeddedKafka start(Path folder, int port) {
        int clients = port == 0 ? FreePort.next() : port;
        int controller = FreePort.next();
        try {
            Files.createDirectories(folder);
            Map<String, String> settings = settings(folder, clients, controller);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            return new EmbeddedKafka(started(new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM)), clients);
        } catch (Exception e) {
            throw new EmbeddedServerException("Kafka could not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static KafkaRaftServer started(KafkaRaftServer server) {
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static void format(Path folder) throws Exception {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Formatter()
                .setNodeId(1)
                .setClusterId(CLUSTER_ID)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(silent)
                .run();
    }

    private static Map<String, String> settings(Path folder, int clients, int controller) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + clients + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + clients);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        // One node cannot hold the three copies that are the default.
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "2");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("default.replication.factor", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.share.heartbeat.interval.ms", "1000");
        settings.put("group.share.min.heartbeat.interval.ms", "1000");
        settings.put("broker.session.timeout.ms", SESSION_MILLIS);
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.retention.hours", "168");
        return settings;
    }
}

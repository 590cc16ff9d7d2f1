package io.eventjobs.standalone.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A KRaft node, broker and controller in one, in this process, on loopback; a single node, or one of a cluster. What it has
 * acknowledged is at least in the operating system's page cache, so it survives the death of the process. Kafka itself leaves it
 * to the operating system when that reaches the disk; with {@link Durability#DISK} it does so every second. Not at each record:
 * jobs are in MongoDB, and commands, reports and controls that are lost are made up for by the recovery.
 */
public final class EmbeddedKafka implements Brokers {
    /** The listeners; settings name them in small letters. */
    static final String CLIENTS = "CLIENTS";

    static final String CONTROLLER = "CONTROLLER";
    private static final String CLUSTER_ID = "RXZlbnRKb2JzT25lTWFjaA";
    /** A killed broker is fenced only when its session ends; a restart waits for that. */
    private static final String SESSION_MILLIS = "2000";

    private static final int MAX_COPIES = 3;
    private static final String FLUSH_MILLIS = "1000";

    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable KafkaCredentials credentials;

    private EmbeddedKafka(KafkaRaftServer server, int port, @Nullable KafkaCredentials credentials) {
        this.server = server;
        this.port = port;
        this.credentials = credentials;
    }

    /**
     * Starts a single node, and returns when it is ready.
     *
     * @param folder for the data; created if missing
     * @param port port to listen on, 0 for any free port
     */
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, port, 0, Durability.PAGE_CACHE);
    }

    /**
     * Starts a single node that clients reach through a proxy.
     *
     * @param advertised port that is advertised to clients, 0 for the port that the node listens on
     */
    public static EmbeddedKafka start(Path folder, int port, int advertised, Durability durability) {
        int clients = port == 0 ? FreePort.next() : port;
        Node only = new Node(1, clients, FreePort.next());
        Map<String, String> more = new HashMap<>(flushing(durability));
        if (advertised != 0) {
            more.put("advertised.listeners", CLIENTS + "://127.0.0.1:" + advertised);
        }
        return start(folder, only, List.of(only), more, null);
    }

    /** Starts a single node that asks clients for credentials, also those of its controller. */
    static EmbeddedKafka start(Path folder, int port, Durability durability, KafkaCredentials credentials) {
        Node only = new Node(1, port == 0 ? FreePort.next() : port, FreePort.next());
        Map<String, String> more = new HashMap<>(flushing(durability));
        more.putAll(credentials.brokerSettings());
        return start(folder, only, List.of(only), more, credentials);
    }

    /**
     * Starts a node of a cluster, and returns when it is ready, which requires a majority of the nodes.
     *
     * @param folder for the data of this node; created if missing
     */
    public static EmbeddedKafka start(Path folder, Node own, List<Node> cluster) {
        return start(folder, own, cluster, Map.of(), null);
    }

    static Map<String, String> flushing(Durability durability) {
        return switch (durability) {
            case PAGE_CACHE -> Map.of();
            case DISK -> Map.of("log.flush.interval.ms", FLUSH_MILLIS, "log.flush.scheduler.interval.ms", FLUSH_MILLIS);
        };
    }

    private static EmbeddedKafka start(
            Path folder,
            Node own,
            List<Node> cluster,
            Map<String, String> more,
            @Nullable KafkaCredentials credentials) {
        try {
            Files.createDirectories(folder);
            Map<String, String> settings = settings(folder, own, cluster);
            settings.putAll(more);
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder, own.id());
            }
            return new EmbeddedKafka(
                    started(new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM)),
                    own.clientPort(),
                    credentials);
        } catch (Exception e) {
            throw new EmbeddedServerException("Could not start Kafka in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Map<String, String> security() {
        return credentials == null ? Map.of() : credentials.clientSettings();
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

    private static void format(Path folder, int id) throws Exception {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Formatter()
                .setNodeId(id)
                .setClusterId(CLUSTER_ID)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setIgnoreFormatted(true)
                .setControllerListenerName(CONTROLLER)
                .setPrintStream(silent)
                .run();
    }

    private static Map<String, String> settings(Path folder, Node own, List<Node> cluster) {
        String copies = Integer.toString(Math.min(MAX_COPIES, cluster.size()));
        String minInSync = cluster.size() < MAX_COPIES ? "1" : "2";
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(own.id()));
        settings.put(
                "controller.quorum.voters",
                cluster.stream()
                        .map(node -> node.id() + "@127.0.0.1:" + node.controllerPort())
                        .collect(Collectors.joining(",")));
        String clients = CLIENTS + "://127.0.0.1:" + own.clientPort();
        settings.put("listeners", clients + "," + CONTROLLER + "://127.0.0.1:" + own.controllerPort());
        settings.put("advertised.listeners", clients);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put("log.dirs", folder.toString());
        // The default of three replicas needs three nodes.
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", copies);
            settings.put(topic + ".num.partitions", "2");
        }
        settings.put("transaction.state.log.min.isr", minInSync);
        settings.put("share.coordinator.state.topic.min.isr", minInSync);
        settings.put("default.replication.factor", copies);
        settings.put("min.insync.replicas", minInSync);
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.share.heartbeat.interval.ms", "1000");
        settings.put("group.share.min.heartbeat.interval.ms", "1000");
        settings.put("broker.session.timeout.ms", SESSION_MILLIS);
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.retention.hours", "168");
        return settings;
    }

    /**
     * A node of a cluster.
     *
     * @param id from 1
     */
    public record Node(int id, int clientPort, int controllerPort) {}
}

package io.eventjobs.system;

import io.eventjobs.standalone.embedded.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker that asks for SCRAM over TLS, with a listener for each kind of certificate. */
final class SecuredKafka implements AutoCloseable {
    static final String USER = "event-jobs";
    static final String PASSWORD = "scram-secret";

    private static final String MECHANISM = "SCRAM-SHA-512";

    private final KafkaRaftServer server;
    private final Map<Certificates.Kind, Integer> ports;

    private SecuredKafka(KafkaRaftServer server, Map<Certificates.Kind, Integer> ports) {
        this.server = server;
        this.ports = ports;
    }

    static SecuredKafka start(Path folder, Certificates certificates) throws Exception {
        new Formatter()
                .setNodeId(1)
                .setClusterId("c2VjdXJlZC1icm9rZXI")
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .setScramArguments(List.of(MECHANISM + "=[name=" + USER + ",password=" + PASSWORD + "]"))
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
        Map<Certificates.Kind, Integer> ports = new EnumMap<>(Certificates.Kind.class);
        for (Certificates.Kind kind : Certificates.Kind.values()) {
            ports.put(kind, FreePort.next());
        }
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings(folder, certificates, ports)), Time.SYSTEM);
        server.startup();
        return new SecuredKafka(server, ports);
    }

    String bootstrapServers(Certificates.Kind kind) {
        return "localhost:" + ports.get(kind);
    }

    static String login(String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(USER, password);
    }

    /** The settings of a client. */
    static Map<String, Object> client(String bootstrapServers, Certificates certificates) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(PASSWORD),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.authority().toString());
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Map<String, String> settings(
            Path folder, Certificates certificates, Map<Certificates.Kind, Integer> ports) {
        int controller = FreePort.next();
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        String clients = ports.entrySet().stream()
                .map(port -> listener(port.getKey()) + "://localhost:" + port.getValue())
                .collect(Collectors.joining(",", "", ",INTERNAL://127.0.0.1:" + FreePort.next()));
        settings.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", clients);
        settings.put(
                "listener.security.protocol.map",
                Stream.of(Certificates.Kind.values())
                        .map(kind -> listener(kind) + ":SASL_SSL")
                        .collect(Collectors.joining(",", "", ",INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT")));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "INTERNAL");
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        for (Certificates.Kind kind : Certificates.Kind.values()) {
            String prefix = "listener.name." + listener(kind).toLowerCase(Locale.ROOT) + ".";
            settings.put(prefix + "ssl.keystore.location", certificates.of(kind).toString());
            settings.put(prefix + "ssl.keystore.password", Certificates.PASSWORD);
            settings.put(prefix + "ssl.keystore.type", "PKCS12");
            settings.put(
                    prefix + MECHANISM.toLowerCase(Locale.ROOT) + ".sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        }
        settings.put("log.dirs", folder.toString());
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "2");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        return settings;
    }

    private static String listener(Certificates.Kind kind) {
        return kind.name().replace("_", "");
    }
}

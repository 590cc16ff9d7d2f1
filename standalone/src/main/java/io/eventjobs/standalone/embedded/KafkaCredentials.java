package io.eventjobs.standalone.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * The credentials of the embedded broker, which clients and the broker itself, as a client of its controller, prove who they are with. By
 * SASL/PLAIN: the password crosses nothing but this machine's loopback, and is as old as the process that listens there.
 */
record KafkaCredentials(String user, String password) {
    private static final int RANDOM_BYTES = 32;
    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String MECHANISM = "PLAIN";

    /** New credentials with a random password. */
    static KafkaCredentials generated() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return new KafkaCredentials("event-jobs", HexFormat.of().formatHex(random));
    }

    /** What a client of Kafka needs besides an address. */
    Map<String, String> clientSettings() {
        return Map.of("security.protocol", PROTOCOL, "sasl.mechanism", MECHANISM, "sasl.jaas.config", login() + ";");
    }

    /** What makes a broker ask for them at both of its listeners, and use them itself. */
    Map<String, String> brokerSettings() {
        String server = "%s user_%s=\"%s\";".formatted(login(), user, password);
        return Map.of(
                "listener.security.protocol.map",
                "%s:%s,%s:%s".formatted(EmbeddedKafka.CLIENTS, PROTOCOL, EmbeddedKafka.CONTROLLER, PROTOCOL),
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "sasl.mechanism.controller.protocol",
                MECHANISM,
                "listener.name.clients.plain.sasl.jaas.config",
                server,
                "listener.name.controller.plain.sasl.jaas.config",
                server);
    }

    private String login() {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
                .formatted(user, password);
    }

    /** Is printed in faults of configuration; the password must not be. */
    @Override
    public String toString() {
        return "KafkaCredentials[user=" + user + "]";
    }
}

package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The broker of {@code up} serves nobody without the credentials of this start, neither as a broker nor as a controller. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaCredentialsIT {
    private static final String TIMEOUT = "3000";

    private EmbeddedServers servers;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder.resolve("data");
        servers = EmbeddedServers.inFolder(this.folder, ServerPorts.ANY);
    }

    @AfterAll
    void stop() {
        servers.close();
    }

    @Test
    void aClientWithTheSettingsOfTheFileIsServed() throws Exception {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(file())) {
            settings.load(reader);
        }

        assertThat(nodes(settings)).isEqualTo(1);
    }

    @Test
    void theFileIsReadableByItsOwnerOnly() throws Exception {
        assertThat(Files.getPosixFilePermissions(file())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file()).isEqualTo(folder.resolve("kafka-client.properties"));
    }

    @Test
    void aClientWithoutCredentialsIsNotServed() {
        assertThatThrownBy(() -> nodes(properties(
                        Map.of("bootstrap.servers", servers.addresses().kafkaBootstrapServers()))))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void aClientWithAnotherPasswordIsRefused() {
        assertThatThrownBy(() ->
                        nodes(stranger("bootstrap.servers", servers.addresses().kafkaBootstrapServers())))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void theControllerRefusesAnotherPasswordToo() throws Exception {
        String controller = "127.0.0.1:" + controllerPort();

        assertThatThrownBy(() -> nodes(stranger("bootstrap.controllers", controller)))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> nodes(properties(Map.of("bootstrap.controllers", controller))))
                .isInstanceOf(ExecutionException.class);
    }

    @Test
    void noTwoStartsHaveTheSamePassword() {
        Set<String> passwords = Set.of(1, 2, 3).stream()
                .map(start -> KafkaCredentials.generated().password())
                .collect(Collectors.toSet());

        assertThat(passwords).hasSize(3).allMatch(password -> password.length() == 64);
    }

    @Test
    void thePasswordIsNotPrinted() {
        KafkaCredentials credentials = KafkaCredentials.generated();

        assertThat(credentials.toString()).doesNotContain(credentials.password());
    }

    private Path file() {
        return servers.kafkaClientFile().orElseThrow();
    }

    private String controllerPort() throws Exception {
        Map<String, Object> settings = Clients.kafka(servers.addresses(), Map.of());
        try (Admin admin = Admin.create(settings)) {
            return admin.describeMetadataQuorum()
                            .quorumInfo()
                            .get()
                            .nodes()
                            .get(1)
                            .endpoints()
                            .getFirst()
                            .port() + "";
        }
    }

    private static int nodes(Properties settings) throws Exception {
        settings.put("request.timeout.ms", TIMEOUT);
        settings.put("default.api.timeout.ms", TIMEOUT);
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size();
        }
    }

    private static Properties stranger(String addressKey, String address) {
        Map<String, String> settings = new HashMap<>(new KafkaCredentials("event-jobs", "guessed").clientSettings());
        settings.put(addressKey, address);
        return properties(settings);
    }

    private static Properties properties(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.cli.EventJobs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service that refuses a process ends its start with a sentence that names the service, the fault and the setting. */
@EnabledIfSystemProperty(
        named = "event-jobs.servers",
        matches = "embedded",
        disabledReason = "the servers are part of what is tested")
class RefusedStartIT {
    /** The properties of the variables. */
    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("EVENT_JOBS_KAFKA", "spring.kafka.bootstrap-servers"),
            Map.entry("SPRING_KAFKA_SECURITY_PROTOCOL", "spring.kafka.security.protocol"),
            Map.entry("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "spring.kafka.properties.sasl.mechanism"),
            Map.entry("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "spring.kafka.properties.sasl.jaas.config"),
            Map.entry("SPRING_KAFKA_SSL_TRUST_STORE_TYPE", "spring.kafka.ssl.trust-store-type"),
            Map.entry("SPRING_KAFKA_SSL_TRUST_STORE_LOCATION", "spring.kafka.ssl.trust-store-location"),
            Map.entry("EVENT_JOBS_MONGODB", "spring.mongodb.uri"),
            Map.entry("SPRING_MONGODB_SSL_BUNDLE", "spring.mongodb.ssl.bundle"),
            Map.entry(
                    "SPRING_SSL_BUNDLE_PEM_SERVICES_TRUSTSTORE_CERTIFICATE",
                    "spring.ssl.bundle.pem.services.truststore.certificate"),
            Map.entry("EVENT_JOBS_S3_ENDPOINT", "event-jobs.s3.endpoint"),
            Map.entry("EVENT_JOBS_S3_ACCESS_KEY", "event-jobs.s3.access-key"),
            Map.entry("EVENT_JOBS_S3_SECRET_KEY", "event-jobs.s3.secret-key"),
            Map.entry("EVENT_JOBS_S3_CA_CERTIFICATES", "event-jobs.s3.ca-certificates"));

    @TempDir
    static Path folder;

    private static SecuredServices services;

    @BeforeAll
    static void start() throws Exception {
        services = SecuredServices.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        services.close();
    }

    static Stream<Refusal> refusals() {
        return Stream.of("bootstrap", "gateway", "worker")
                .flatMap(command -> Stream.concat(
                        command.equals("worker") ? Stream.of() : ofMongoDb(command),
                        Stream.concat(ofKafka(command), ofTheObjectStore(command))));
    }

    private static Stream<Refusal> ofKafka(String command) {
        String at = "Kafka at localhost:";
        return Stream.of(
                new Refusal(
                        command,
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                        SecuredKafka.login("wrong"),
                        at,
                        "refuses this process (Authentication failed",
                        "see spring.kafka.properties.sasl.jaas.config"),
                new Refusal(
                        command,
                        "EVENT_JOBS_KAFKA",
                        services.kafka(Certificates.Kind.EXPIRED),
                        at,
                        "has a certificate that has expired (NotAfter: ",
                        "its address is spring.kafka.bootstrap-servers"),
                new Refusal(
                        command,
                        "EVENT_JOBS_KAFKA",
                        services.kafka(Certificates.Kind.OF_ANOTHER_HOST),
                        at,
                        "has a certificate for another name (No subject alternative DNS name matching localhost found.)",
                        "see spring.kafka.bootstrap-servers"),
                new Refusal(
                        command,
                        "SPRING_KAFKA_SSL_TRUST_STORE_LOCATION",
                        "",
                        at,
                        "has a certificate of an authority that is not trusted here",
                        "see spring.kafka.ssl.trust-store-location"));
    }

    private static Stream<Refusal> ofTheObjectStore(String command) {
        String at = "The object store at https://localhost:";
        return Stream.of(
                new Refusal(
                        command,
                        "EVENT_JOBS_S3_SECRET_KEY",
                        "wrong",
                        at,
                        "refuses this process (",
                        "see event-jobs.s3.credentials, event-jobs.s3.access-key and event-jobs.s3.secret-key"),
                new Refusal(
                        command,
                        "EVENT_JOBS_S3_ENDPOINT",
                        services.objectStore(Certificates.Kind.EXPIRED),
                        at,
                        "has a certificate that has expired (NotAfter: ",
                        "its address is event-jobs.s3.endpoint"),
                new Refusal(
                        command,
                        "EVENT_JOBS_S3_ENDPOINT",
                        services.objectStore(Certificates.Kind.OF_ANOTHER_HOST),
                        at,
                        "has a certificate for another name (Hostname localhost not verified)",
                        "see event-jobs.s3.endpoint"),
                new Refusal(
                        command,
                        "EVENT_JOBS_S3_CA_CERTIFICATES",
                        "",
                        at,
                        "has a certificate of an authority that is not trusted here",
                        "see event-jobs.s3.ca-certificates"));
    }

    private static Stream<Refusal> ofMongoDb(String command) {
        String at = "MongoDB at localhost:";
        return Stream.of(
                new Refusal(
                        command,
                        "EVENT_JOBS_MONGODB",
                        services.mongodbThatRefuses(),
                        at,
                        "refuses this process (Authentication failed.)",
                        "see spring.mongodb.uri"),
                new Refusal(
                        command,
                        "EVENT_JOBS_MONGODB",
                        services.mongodb(Certificates.Kind.EXPIRED),
                        at,
                        "has a certificate that has expired (NotAfter: ",
                        "its address is spring.mongodb.uri"),
                new Refusal(
                        command,
                        "EVENT_JOBS_MONGODB",
                        services.mongodb(Certificates.Kind.OF_ANOTHER_HOST),
                        at,
                        "has a certificate for another name (No subject alternative DNS name matching localhost found.)",
                        "see spring.mongodb.uri"),
                new Refusal(
                        command,
                        "SPRING_MONGODB_SSL_BUNDLE",
                        "",
                        at,
                        "has a certificate of an authority that is not trusted here",
                        "see spring.mongodb.ssl.bundle"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isToldInASentence(Refusal refusal) {
        Map<String, String> settings = new HashMap<>(services.environment());
        settings.put(refusal.variable, refusal.value);
        StringWriter errors = new StringWriter();

        int code = start(refusal.command, settings, errors);

        assertThat(code).isEqualTo(1);
        assertThat(errors.toString())
                .startsWith("event-jobs: " + refusal.service)
                .contains(refusal.fault)
                .endsWith(refusal.setting + System.lineSeparator())
                .hasLineCount(1);
    }

    @Test
    void endsTheProcess() {
        try (Cluster cluster = Cluster.withoutServices(folder)) {
            services.environment().forEach(cluster::set);
            cluster.set("EVENT_JOBS_S3_SECRET_KEY", "wrong");
            cluster.worker("refused", 1);

            assertThat(cluster.awaitEnd("refused")).isTrue();
            assertThat(cluster.log("refused")).content().contains("The object store at https://localhost:");
            assertThat(cluster.exitCode("refused")).isEqualTo(1);
        }
    }

    /** In this process, with the settings as system properties, which Spring reads as it reads the environment. */
    private static int start(String command, Map<String, String> settings, StringWriter errors) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((variable, value) -> {
            if (!value.isEmpty()) {
                properties.put(PROPERTIES.get(variable), value);
            }
        });
        properties.forEach(System::setProperty);
        try {
            List<String> arguments =
                    switch (command) {
                        case "gateway" -> List.of("gateway", "--port", "0", "--api-key", "key");
                        case "bootstrap" -> List.of("bootstrap", "--partitions", "3", "--replication-factor", "1");
                        default -> List.of(command);
                    };
            return EventJobs.commandLine()
                    .setErr(new PrintWriter(errors, true))
                    .setOut(new PrintWriter(new StringWriter()))
                    .execute(arguments.toArray(String[]::new));
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private record Refusal(
            String command, String variable, String value, String service, String fault, String setting) {
        @Override
        public String toString() {
            return command + ": " + service + "… " + fault;
        }
    }
}

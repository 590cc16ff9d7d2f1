package io.eventjobs.standalone.cli.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.eventjobs.standalone.cli.EventJobs;
import io.eventjobs.standalone.embedded.EmbeddedKafka;
import io.eventjobs.standalone.embedded.EmbeddedServers;
import io.eventjobs.standalone.embedded.S3Keys;
import io.eventjobs.standalone.embedded.ServerAddresses;
import io.eventjobs.standalone.embedded.ServerPorts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BootstrapCommandIT {
    private static EmbeddedServers servers;

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @BeforeAll
    static void startServices() {
        servers = EmbeddedServers.ephemeral(ServerPorts.ANY, S3Keys.generated(), EmbeddedKafka::start);
    }

    @AfterAll
    static void stopServices() {
        servers.close();
    }

    @Test
    void createsWhatIsMissingAndMayBeRepeated() throws Exception {
        assertThat(bootstrap("--partitions", "3", "--replication-factor", "1"))
                .as(errors.toString())
                .isZero();
        assertThat(topics()).hasSize(5).containsEntry("event-jobs.reports", 3).containsEntry("event-jobs.commands", 1);
        assertThat(indexes()).contains("tenant_1_created_at_1__id_1");

        assertThat(bootstrap("--partitions", "3")).as(errors.toString()).isZero();
        assertThat(out.toString()).contains("Indexes, topics and bucket exist");

        assertThat(bootstrap("--partitions", "4")).isEqualTo(1);
        assertThat(errors.toString())
                .contains("has 3 partitions, but 4 are configured")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhichServiceDoesNotAnswer() {
        assertThat(bootstrap("--kafka", "127.0.0.1:1", "--timeout", "1s")).isEqualTo(1);

        assertThat(errors.toString()).contains("Kafka was not ready within PT1S");
    }

    private int bootstrap(String... more) {
        ServerAddresses at = servers.addresses();
        List<String> arguments = new ArrayList<>(List.of(
                "bootstrap",
                "--mongodb",
                at.mongodbUri(),
                "--s3-endpoint",
                at.s3Endpoint().toString()));
        if (!List.of(more).contains("--kafka")) {
            arguments.addAll(List.of("--kafka", at.kafkaBootstrapServers()));
        }
        arguments.addAll(List.of(more));
        System.setProperty("event-jobs.s3.access-key", at.s3Keys().accessKey());
        System.setProperty("event-jobs.s3.secret-key", at.s3Keys().secretKey());
        try {
            CommandLine line =
                    EventJobs.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(errors, true));
            return line.execute(arguments.toArray(String[]::new));
        } finally {
            System.clearProperty("event-jobs.s3.access-key");
            System.clearProperty("event-jobs.s3.secret-key");
        }
    }

    private static Map<String, Integer> topics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.addresses().kafkaBootstrapServers()))) {
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .filter(topic -> topic.name().startsWith("event-jobs."))
                    .collect(Collectors.toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));
        }
    }

    private static List<String> indexes() {
        try (MongoClient mongo = MongoClients.create(servers.addresses().mongodbUri())) {
            return mongo
                    .getDatabase("event-jobs")
                    .getCollection("jobs")
                    .listIndexes()
                    .into(new ArrayList<Document>())
                    .stream()
                    .map(index -> index.getString("name"))
                    .toList();
        }
    }
}

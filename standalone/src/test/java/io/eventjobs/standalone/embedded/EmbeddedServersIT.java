package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
    private static final String TOPIC = "topic";
    private static final String BUCKET = "bucket";

    @TempDir
    Path folder;

    @Test
    void keepsEverythingInItsFolderOverACleanStop() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.inFolder(folder, ServerPorts.ANY)) {
            writeOneOfEach(servers.addresses());
        }

        assertThat(folder.resolve("kafka")).isDirectory();
        assertThat(folder.resolve("mongodb")).isDirectory();
        assertThat(folder.resolve("objects")).isDirectory();
        try (EmbeddedServers servers = EmbeddedServers.inFolder(folder, ServerPorts.ANY)) {
            assertOneOfEach(servers.addresses());
        }
    }

    @Test
    void keepsRecordsAndObjectsWhenItsProcessIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (ChildJvm child = ChildJvm.running(EndlessWrites.class, folder.toString())) {
            acknowledged.addAll(child.lines(200));
            acknowledged.addAll(child.kill());
        }

        long start = System.nanoTime();
        try (EmbeddedServers servers = EmbeddedServers.inFolder(folder, ServerPorts.ANY)) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.println("Started again after the kill in " + took.toMillis() + " ms");
            assertThat(Clients.records(servers.addresses(), EndlessWrites.TOPIC))
                    .containsAll(of("record", acknowledged));
            MinioClient objects = Clients.objects(servers.addresses());
            for (String key : of("object", acknowledged)) {
                assertThat(Clients.get(objects, EndlessWrites.BUCKET, key))
                        .isEqualTo("content " + key.substring(key.lastIndexOf('-') + 1));
            }
        }
    }

    @Test
    void handsRecordsToAShareGroup() {
        try (EmbeddedServers servers = EmbeddedServers.ephemeral(ServerPorts.ANY)) {
            assertThat(sentAndShared(servers.addresses())).isEqualTo("for whoever is free");
        }
    }

    @Test
    void keepsNothingWhenEphemeral() throws Exception {
        Set<Path> before = temporaryFolders();
        try (EmbeddedServers servers = EmbeddedServers.ephemeral(ServerPorts.ANY)) {
            writeOneOfEach(servers.addresses());
            assertOneOfEach(servers.addresses());
        }

        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void refusesAFolderThatAnotherHolds() {
        try (EmbeddedServers servers = EmbeddedServers.inFolder(folder, ServerPorts.ANY)) {
            assertThat(servers.addresses().s3Keys().accessKey()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedServers.inFolder(folder, ServerPorts.ANY))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void stopsTheOthersWhenOneCannotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedServers.inFolder(folder, new ServerPorts(0, taken.getLocalPort(), 0)))
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }

        try (EmbeddedServers servers = EmbeddedServers.inFolder(folder, ServerPorts.ANY)) {
            writeOneOfEach(servers.addresses());
        }
    }

    @Test
    void refusesToReadObjectsWithoutTheSecret() throws Exception {
        try (EmbeddedServers servers = EmbeddedServers.ephemeral(ServerPorts.ANY)) {
            writeOneOfEach(servers.addresses());
            MinioClient stranger = Clients.objects(servers.addresses(), "guessed");
            assertThatThrownBy(() -> Clients.get(stranger, BUCKET, "a/b c.txt"))
                    .isInstanceOf(ErrorResponseException.class)
                    .hasMessageContaining("signature");
        }
    }

    private static void writeOneOfEach(ServerAddresses addresses) throws Exception {
        Clients.createTopic(addresses, TOPIC);
        try (KafkaProducer<String, String> producer = Clients.producer(addresses)) {
            producer.send(new ProducerRecord<>(TOPIC, "value")).get();
        }
        try (MongoClient client = MongoClients.create(addresses.mongodbUri())) {
            documents(client).insertOne(new Document("_id", "id"));
        }
        MinioClient objects = Clients.objects(addresses);
        Clients.createBucket(objects, BUCKET);
        Clients.put(objects, BUCKET, "a/b c.txt", "content");
    }

    private static void assertOneOfEach(ServerAddresses addresses) throws Exception {
        assertThat(Clients.records(addresses, TOPIC)).containsExactly("value");
        try (MongoClient client = MongoClients.create(addresses.mongodbUri())) {
            assertThat(documents(client).find()).containsExactly(new Document("_id", "id"));
        }
        assertThat(Clients.get(Clients.objects(addresses), BUCKET, "a/b c.txt")).isEqualTo("content");
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("event-jobs").getCollection("documents");
    }

    private static String sentAndShared(ServerAddresses addresses) {
        try (KafkaShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                Clients.kafka(addresses, Map.of("group.id", "workers")),
                new StringDeserializer(),
                new StringDeserializer())) {
            Clients.createTopic(addresses, TOPIC);
            fromTheBeginning(addresses, "workers");
            try (KafkaProducer<String, String> producer = Clients.producer(addresses)) {
                producer.send(new ProducerRecord<>(TOPIC, "for whoever is free"))
                        .get();
            }
            consumer.subscribe(List.of(TOPIC));
            List<String> values = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
            });
            return values.getFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void fromTheBeginning(ServerAddresses addresses, String group) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        AlterConfigOp earliest =
                new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
        try (var admin = Clients.admin(addresses)) {
            admin.incrementalAlterConfigs(Map.of(resource, List.of(earliest)))
                    .all()
                    .get();
        }
    }

    private static List<String> of(String kind, List<String> acknowledged) {
        return acknowledged.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private static Set<Path> temporaryFolders() throws Exception {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Set.copyOf(
                    folders.filter(path -> path.getFileName().toString().startsWith("event-jobs-"))
                            .toList());
        }
    }
}

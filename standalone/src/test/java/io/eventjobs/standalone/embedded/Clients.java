package io.eventjobs.standalone.embedded;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Shorthands for the real clients. */
final class Clients {
    private Clients() {}

    /** Settings of a client with those that the servers ask for. */
    static Map<String, Object> kafka(ServerAddresses addresses, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(addresses.kafkaSecurity());
        settings.put("bootstrap.servers", addresses.kafkaBootstrapServers());
        settings.putAll(more);
        return settings;
    }

    static Admin admin(ServerAddresses addresses) {
        return Admin.create(kafka(addresses, Map.of()));
    }

    static void createTopic(ServerAddresses addresses, String topic) throws Exception {
        try (Admin admin = admin(addresses)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    static KafkaProducer<String, String> producer(ServerAddresses addresses) {
        return new KafkaProducer<>(
                kafka(addresses, Map.of("acks", "all")), new StringSerializer(), new StringSerializer());
    }

    /** All values of a topic with a single partition. */
    static List<String> records(ServerAddresses addresses, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka(addresses, Map.of()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    static MinioClient objects(ServerAddresses addresses) {
        return objects(addresses, addresses.s3Keys().secretKey());
    }

    /** With a custom HTTP client, since the default one first reads all certificates of the machine. */
    static MinioClient objects(ServerAddresses addresses, String secretKey) {
        return MinioClient.builder()
                .httpClient(new OkHttpClient())
                .endpoint(addresses.s3Endpoint().toString())
                .credentials(addresses.s3Keys().accessKey(), secretKey)
                .region("us-east-1")
                .build();
    }

    static void createBucket(MinioClient objects, String bucket) throws Exception {
        if (!objects.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            objects.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
    }

    static void put(MinioClient objects, String bucket, String key, String content) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        objects.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    static String get(MinioClient objects, String bucket, String key) throws Exception {
        try (var content = objects.getObject(
                GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

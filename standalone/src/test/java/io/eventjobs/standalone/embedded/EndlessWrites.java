package io.eventjobs.standalone.embedded;

import io.minio.MinioClient;
import java.nio.file.Path;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A program that starts all embedded servers in a folder, endlessly writes records and objects, and prints a line for each when it is
 * acknowledged: {@code record VALUE}, {@code object KEY}.
 */
final class EndlessWrites {
    static final String TOPIC = "kept";
    static final String BUCKET = "kept";

    private EndlessWrites() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedServers servers = EmbeddedServers.inFolder(Path.of(arguments[0]), ServerPorts.ANY);
        Clients.createTopic(servers.addresses(), TOPIC);
        KafkaProducer<String, String> producer = Clients.producer(servers.addresses());
        MinioClient objects = Clients.objects(servers.addresses());
        Clients.createBucket(objects, BUCKET);
        for (int i = 0; ; i++) {
            producer.send(new ProducerRecord<>(TOPIC, "record-" + i)).get();
            System.out.println("record record-" + i);
            Clients.put(objects, BUCKET, "folder/object-" + i, "content " + i);
            System.out.println("object folder/object-" + i);
        }
    }
}

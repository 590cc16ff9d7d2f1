package io.eventjobs.system;

import io.eventjobs.standalone.process.Backends;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** Kafka, MongoDB and MinIO in containers, in the versions that are documented as supported. */
record ContainerServers(KafkaContainer kafka, MongoDBContainer mongo, MinIOContainer minio) implements Backends {

    static Backends start() {
        ContainerServers servers = new ContainerServers(
                new KafkaContainer("apache/kafka:4.2.0")
                        .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
                        .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                new MongoDBContainer("mongo:8.0"),
                new MinIOContainer("minio/minio:RELEASE.2025-09-07T16-13-09Z"));
        Startables.deepStart(servers.all()).join();
        return servers;
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String mongoUri() {
        return mongo.getConnectionString() + "/event-jobs";
    }

    @Override
    public String objectStoreEndpoint() {
        return minio.getS3URL();
    }

    @Override
    public String objectStoreAccessKey() {
        return minio.getUserName();
    }

    @Override
    public String objectStoreSecretKey() {
        return minio.getPassword();
    }

    @Override
    public void close() {
        all().forEach(GenericContainer::stop);
    }

    private List<GenericContainer<?>> all() {
        return Stream.<GenericContainer<?>>of(kafka, mongo, minio).toList();
    }
}

package io.eventjobs.standalone.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The services that gateway and worker use, wherever they are. Closing stops those that were started for this purpose. */
public interface Backends extends AutoCloseable {
    String kafkaBootstrapServers();

    /** Further settings of Kafka's clients, with credentials among them; empty if the brokers ask for none. */
    default Map<String, String> kafkaSecurity() {
        return Map.of();
    }

    /** The address and these settings in a file for other clients; empty if there is none. */
    default Optional<Path> kafkaClientFile() {
        return Optional.empty();
    }

    /** Connection string with a database name. */
    String mongoUri();

    String objectStoreEndpoint();

    String objectStoreAccessKey();

    String objectStoreSecretKey();

    @Override
    void close();
}

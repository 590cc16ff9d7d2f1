package io.eventjobs.standalone.process;

/** The services that gateway and worker use, wherever they are. Closing stops those that were started for this purpose. */
public interface Backends extends AutoCloseable {
    String kafkaBootstrapServers();

    /** Connection string with a database name. */
    String mongoUri();

    String objectStoreEndpoint();

    String objectStoreAccessKey();

    String objectStoreSecretKey();

    @Override
    void close();
}

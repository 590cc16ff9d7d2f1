package io.eventjobs.standalone.process;

/** The servers that gateway and worker need, wherever they are. Closing ends what was started here. */
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

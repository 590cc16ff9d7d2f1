package io.eventjobs.system;

import io.eventjobs.standalone.process.Backends;

/** Servers that run already, named by the environment as for a gateway. */
record ExternalServers(
        String kafkaBootstrapServers,
        String mongoUri,
        String objectStoreEndpoint,
        String objectStoreAccessKey,
        String objectStoreSecretKey)
        implements Backends {

    static Backends fromEnvironment() {
        return new ExternalServers(
                required("EVENT_JOBS_KAFKA"),
                required("EVENT_JOBS_MONGODB"),
                required("EVENT_JOBS_S3_ENDPOINT"),
                required("EVENT_JOBS_S3_ACCESS_KEY"),
                required("EVENT_JOBS_S3_SECRET_KEY"));
    }

    @Override
    public void close() {
        // They are not ours to stop.
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Pexternal needs " + name);
        }
        return value;
    }
}

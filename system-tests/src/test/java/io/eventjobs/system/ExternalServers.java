package io.eventjobs.system;

import io.eventjobs.standalone.process.Backends;

/** Servers that are already running, at addresses from the same environment variables as for a gateway. */
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
        // They were not started here, so they are not stopped.
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("-Pexternal needs " + name);
        }
        return value;
    }
}

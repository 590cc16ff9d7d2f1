package io.eventjobs.standalone.embedded;

import java.nio.file.Path;
import java.util.Map;

/** Kafka, as one process or several. */
public interface Brokers extends AutoCloseable {
    /** Hosts and ports for clients, separated by commas. */
    String bootstrapServers();

    /** Further settings that a client needs, with credentials among them; empty if none are asked for. */
    default Map<String, String> security() {
        return Map.of();
    }

    @Override
    void close();

    /** Starts brokers, and returns when they are ready. */
    @FunctionalInterface
    interface Launcher {
        /**
         * Starts them.
         *
         * @param folder for their data; created if missing
         * @param port of the first broker, 0 for any free port
         */
        Brokers start(Path folder, int port);
    }
}

package io.eventjobs.standalone.cli.ops;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to Kafka.
 *
 * @param bootstrapServers hosts and ports, separated by commas
 * @param settings further settings of Kafka's clients, such as credentials
 */
record KafkaConnection(String bootstrapServers, Map<String, String> settings) {
    private static final String ADDRESS = "bootstrap.servers";
    private static final String USUAL_ADDRESS = "127.0.0.1:9092";

    KafkaConnection {
        settings = Map.copyOf(settings);
    }

    /**
     * An address that is named prevails over that of the file.
     *
     * @param named hosts and ports, empty if none are named
     * @param file settings as Kafka's own programs read them, null if there are none
     * @throws EventsUnavailableException if the file cannot be read
     */
    static KafkaConnection of(String named, @Nullable Path file) {
        Map<String, String> settings = file == null ? new HashMap<>() : read(file);
        String ofFile = settings.remove(ADDRESS);
        if (!named.isBlank()) {
            return new KafkaConnection(named, settings);
        }
        return new KafkaConnection(ofFile == null ? USUAL_ADDRESS : ofFile, settings);
    }

    /** Whether a conversation begins in plain text, so that a server can be told from others. */
    boolean isPlaintext() {
        return settings.getOrDefault("security.protocol", "PLAINTEXT").endsWith("PLAINTEXT");
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new EventsUnavailableException("could not read settings of Kafka from " + file + " ("
                    + e.getClass().getSimpleName() + ")");
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }

    /** Settings contain passwords. */
    @Override
    public String toString() {
        return bootstrapServers;
    }
}

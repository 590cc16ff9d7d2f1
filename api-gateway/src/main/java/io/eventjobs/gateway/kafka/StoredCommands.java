package io.eventjobs.gateway.kafka;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that were sent, as Kafka has them. Thread-safe. */
@FunctionalInterface
public interface StoredCommands {
    /**
     * What is at this place; empty if nothing is, or not any more.
     *
     * @throws org.springframework.dao.TransientDataAccessException if Kafka does not say
     */
    Optional<Stored> at(int partition, long offset);

    /** A record of the topic. */
    record Stored(@Nullable String key, byte[] value) {}
}

package io.eventjobs.gateway.key;

import java.time.Instant;
import java.util.Optional;

/** Where keys are looked up. Implementations are thread-safe. */
public interface KeySource {
    /** The record of that id, good or not. */
    Optional<KeyRecord> find(String id);

    /** The key was used at that time. Not a change of its version: uses never conflict with anything. */
    void used(String id, Instant at);
}

package io.eventjobs.artifact;

import java.time.Instant;

/**
 * An upload in parts that was begun and neither completed nor aborted; its parts take room and are no object.
 *
 * @param key of the object that it would have become
 * @param id by the store
 * @param startedAt as the store says; a store that does not know says the time of asking
 */
public record IncompleteUpload(String key, String id, Instant startedAt) {}

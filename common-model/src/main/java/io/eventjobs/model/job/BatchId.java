package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Names a batch within its tenant: {@code batch-} and a UUIDv7, or what the client chose. */
public record BatchId(@JsonValue String value) {
    private static final String PREFIX = "batch-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {
        Identifiers.requireShort("batch id", value);
    }

    /** A new id. {@code random} gives the 74 bits beside the time. */
    public static BatchId at(Instant now, UUID random) {
        return new BatchId(PREFIX + UuidV7.of(now, random));
    }

    /** Whether the text could be an id at all: {@code [A-Za-z0-9][A-Za-z0-9._-]{0,99}}. */
    public static boolean isWellFormed(String text) {
        return Identifiers.isShort(text);
    }

    @Override
    public String toString() {
        return value;
    }
}

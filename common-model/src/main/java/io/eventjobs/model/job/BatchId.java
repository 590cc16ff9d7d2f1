package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Identifies a batch within its tenant: {@code batch-} and a UUIDv7 (RFC 9562), or the id that the client chose. */
public record BatchId(@JsonValue String value) {
    private static final String PREFIX = "batch-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BatchId {
        Identifiers.requireWellFormed("batch id", value);
    }

    /** A new id; {@code random} supplies the 74 random bits. */
    public static BatchId at(Instant now, UUID random) {
        return new BatchId(PREFIX + UuidV7.of(now, random));
    }

    /** Whether the text has the form of an id, {@code [A-Za-z0-9][A-Za-z0-9._-]{0,99}}. */
    public static boolean isWellFormed(String text) {
        return Identifiers.isWellFormed(text);
    }

    @Override
    public String toString() {
        return value;
    }
}

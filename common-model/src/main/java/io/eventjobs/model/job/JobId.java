package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Identifies a job: {@code job-} and a UUIDv7 (RFC 9562), so that ids sort by creation time. */
public record JobId(@JsonValue String value) {
    private static final String PREFIX = "job-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JobId {
        Identifiers.requireWellFormed("job id", value);
    }

    /** A new id for a job outside a batch; {@code random} supplies the 74 random bits. */
    public static JobId at(Instant now, UUID random) {
        return new JobId(PREFIX + UuidV7.of(now, random));
    }

    /**
     * The id of the job at {@code index} of a batch. It is deterministic: a gateway that takes over a half-stored batch creates
     * the same jobs, never duplicates.
     */
    public static JobId inBatch(BatchKey batch, Instant batchCreatedAt, int index) {
        return new JobId(PREFIX + UuidV7.derived(batchCreatedAt, batch + "#" + index));
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

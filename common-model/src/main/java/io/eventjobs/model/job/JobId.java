package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Names one job: {@code job-} and a UUIDv7 (RFC 9562), so ids sort by the time they were made. */
public record JobId(@JsonValue String value) {
    private static final String PREFIX = "job-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JobId {
        Identifiers.requireShort("job id", value);
    }

    /** A new id of a job outside a batch. {@code random} gives the 74 bits beside the time. */
    public static JobId at(Instant now, UUID random) {
        return new JobId(PREFIX + UuidV7.of(now, random));
    }

    /**
     * The id of the job at {@code index} of a batch: the same for the same batch, so that whoever takes over a
     * half-made batch makes the same jobs and never a second one.
     */
    public static JobId inBatch(BatchKey batch, Instant batchCreatedAt, int index) {
        return new JobId(PREFIX + UuidV7.derived(batchCreatedAt, batch + "#" + index));
    }

    /** Whether the text could be an id at all; a text that cannot is answered like an unknown id. */
    public static boolean isWellFormed(String text) {
        return Identifiers.isShort(text);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Names one uploaded file: {@code upload-} and a UUIDv7. */
public record UploadId(@JsonValue String value) {
    private static final String PREFIX = "upload-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UploadId {
        Identifiers.requireShort("upload id", value);
    }

    /** A new id. {@code random} gives the 74 bits beside the time. */
    public static UploadId at(Instant now, UUID random) {
        return new UploadId(PREFIX + UuidV7.of(now, random));
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

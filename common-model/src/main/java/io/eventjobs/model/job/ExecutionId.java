package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies one execution of a command: a worker creates a new one each time it accepts a command, a gateway each time it assigns a job. It
 * is never reused.
 */
public record ExecutionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExecutionId {
        Identifiers.requireWellFormed("execution", value);
    }

    /** A new one. */
    public static ExecutionId random() {
        return new ExecutionId(UUID.randomUUID().toString().replace("-", "").substring(0, 16));
    }

    @Override
    public String toString() {
        return value;
    }
}

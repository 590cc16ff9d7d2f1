package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies one execution of a command: the worker creates a new one each time it accepts a command, and never reuses it. */
public record ExecutionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExecutionId {
        Identifiers.requireWellFormed("execution", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

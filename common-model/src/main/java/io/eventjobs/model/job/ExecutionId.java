package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one taking of a command by a worker: made by the worker each time, never used again. */
public record ExecutionId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ExecutionId {
        Identifiers.requireShort("execution", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

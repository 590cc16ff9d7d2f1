package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a worker process; new at each start, at most 100 characters. */
public record WorkerId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkerId {
        Identifiers.requireWellFormed("worker id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

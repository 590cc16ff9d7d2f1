package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies the tenant that owns jobs and batches; each API key belongs to one tenant. */
public record TenantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Identifiers.requireWellFormed("tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

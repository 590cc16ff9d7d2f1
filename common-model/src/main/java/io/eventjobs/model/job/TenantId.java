package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the owner of jobs and batches; keys belong to one. */
public record TenantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Identifiers.requireShort("tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}

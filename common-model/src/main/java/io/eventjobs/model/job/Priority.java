package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** 0 (may wait) to 9 (first); 5 unless given. Higher goes first, across tenants and batches. */
public record Priority(@JsonValue int level) implements Comparable<Priority> {
    public static final int LOWEST = 0;
    public static final int MAX = 9;
    public static final Priority NORMAL = new Priority(5);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Priority {
        if (level < LOWEST || level > MAX) {
            throw new IllegalArgumentException("priority must be 0 to 9, but is " + level);
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(level, other.level);
    }
}

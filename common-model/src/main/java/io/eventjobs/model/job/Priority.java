package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The priority of a job, 0 to 9; 5 is the default. Higher is dispatched first, across tenants and batches. */
public record Priority(@JsonValue int level) implements Comparable<Priority> {
    public static final int MIN = 0;
    public static final int MAX = 9;
    public static final Priority NORMAL = new Priority(5);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Priority {
        if (level < MIN || level > MAX) {
            throw new IllegalArgumentException("priority must be " + MIN + " to " + MAX + ", but is " + level);
        }
    }

    @Override
    public int compareTo(Priority other) {
        return Integer.compare(level, other.level);
    }
}

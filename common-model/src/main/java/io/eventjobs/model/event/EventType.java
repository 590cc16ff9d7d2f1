package io.eventjobs.model.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The types of public events. Their words are public API. */
public enum EventType {
    JOB_CREATED("job.created"),
    JOB_QUEUED("job.queued"),
    JOB_STARTED("job.started"),
    JOB_PROGRESSED("job.progressed"),
    JOB_RETRYING("job.retrying"),
    JOB_COMPLETED("job.completed"),
    JOB_FAILED("job.failed"),
    JOB_CANCELLED("job.cancelled"),
    JOB_RESTARTED("job.restarted"),
    JOB_DELETED("job.deleted"),
    BATCH_CREATED("batch.created"),
    BATCH_PAUSED("batch.paused"),
    BATCH_RESUMED("batch.resumed"),
    BATCH_COMPLETED("batch.completed"),
    BATCH_FAILED("batch.failed"),
    BATCH_CANCELLED("batch.cancelled"),
    BATCH_REOPENED("batch.reopened"),
    BATCH_DELETED("batch.deleted");

    private final String word;

    EventType(String word) {
        this.word = word;
    }

    @JsonValue
    public String word() {
        return word;
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static EventType of(String word) {
        return find(word).orElseThrow(() -> new IllegalArgumentException("unknown event type: " + word));
    }

    /** The type with this word, if this version knows it. */
    public static Optional<EventType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}

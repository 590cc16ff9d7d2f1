package io.eventjobs.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The statuses of a job, and the table of allowed transitions. {@code pending} has not been dispatched, {@code queued} has a command on its
 * way, {@code processing} was granted to one execution; the other three are final until a person restarts the job.
 */
public enum JobStatus {
    PENDING,
    QUEUED,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    private static final Map<JobStatus, Set<JobStatus>> NEXT = Map.of(
            PENDING, EnumSet.of(QUEUED, FAILED, CANCELLED),
            QUEUED, EnumSet.of(PENDING, PROCESSING, FAILED, CANCELLED),
            PROCESSING, EnumSet.of(PENDING, COMPLETED, FAILED, CANCELLED),
            COMPLETED, EnumSet.of(PENDING),
            FAILED, EnumSet.of(PENDING),
            CANCELLED, EnumSet.of(PENDING));

    /** Whether the table allows this transition. */
    public boolean canBecome(JobStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether only a restart by a person leads out of this state. */
    public boolean isTerminal() {
        return switch (this) {
            case PENDING, QUEUED, PROCESSING -> false;
            case COMPLETED, FAILED, CANCELLED -> true;
        };
    }

    /** The word in JSON, in MongoDB and in metrics. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word that the HTTP API shows: a queued job is still pending to its owner. */
    public String publicWord() {
        return this == QUEUED ? PENDING.word() : word();
    }

    /** Reads {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static JobStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Marks a job as failed without a person having failed it. Part of the job's record, so it exists exactly as long as the failure.
 *
 * @param at when the job failed
 * @param code why
 * @param worker that had the job then, null if none had
 * @param replayId the replay that restarted the job, null if none did
 */
public record DeadLetter(
        State state, Instant at, FailureCode code, @Nullable WorkerId worker, @Nullable String replayId) {

    /** What was done about a dead letter. */
    public enum State {
        /** Not handled yet. */
        OPEN,
        /** The job was restarted, by a replay or otherwise. */
        REPLAYED,
        /** A person decided to leave the job failed. */
        DISCARDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Parses {@link #word()}; null means open. */
        public static State of(@Nullable String word) {
            return word == null ? OPEN : valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static @Nullable DeadLetter of(JobRecord job, Failure failure, Instant now) {
        if (!failure.code().isDeadLetter()) {
            return null;
        }
        Holder holder = job.state().holder();
        return new DeadLetter(State.OPEN, now, failure.code(), holder == null ? null : holder.worker(), null);
    }

    DeadLetter replayed(@Nullable String by) {
        return new DeadLetter(State.REPLAYED, at, code, worker, by);
    }

    DeadLetter discarded() {
        return new DeadLetter(State.DISCARDED, at, code, worker, replayId);
    }
}

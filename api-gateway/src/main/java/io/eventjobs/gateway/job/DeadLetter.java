package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a job failed and no person made it fail. It stands in the job's record, so there is one exactly as long as there is
 * the failure.
 *
 * @param at when the job failed
 * @param code why
 * @param worker who had it then, null when nobody did
 * @param replayId the replay that started the job again, null if none did
 */
public record DeadLetter(
        State state, Instant at, FailureCode code, @Nullable WorkerId worker, @Nullable String replayId) {

    /** What was done about it. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** The job was started again, by a replay or otherwise. */
        REPLAYED,
        /** A person decided that nothing will be done. */
        DISCARDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads {@link #word()}; null means open. */
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

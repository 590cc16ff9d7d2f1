package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A replay: a stored record that any gateway carries on.
 *
 * @param version grows with each stored change; the condition of the next
 * @param finishedAt when it was completed or cancelled, null before
 */
public record ReplayRecord(
        String id, long version, Request request, Status status, Progress progress, @Nullable Instant finishedAt) {

    /** Whether something is left to do. */
    public enum Status {
        RUNNING,
        COMPLETED,
        CANCELLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What was asked for.
     *
     * @param selection a filter of it ends at the creation of the replay, so that what fails again is not replayed for ever
     * @param ratePerSecond 1 to 1,000
     * @param useCache whether finished steps may be used again; as before if null
     */
    public record Request(
            DeadLetterSelection selection,
            int ratePerSecond,
            @Nullable Boolean useCache,
            Instant createdAt,
            @Nullable IdempotencyMark idempotency) {}

    /**
     * How far it is.
     *
     * @param position how many ids are done, or the cursor of the last dead letter that is; null at the beginning
     * @param replayed started again by this replay
     * @param skipped had moved on, or are not there
     */
    public record Progress(@Nullable String position, int replayed, int skipped) {
        public static final Progress NONE = new Progress(null, 0, 0);

        public int done() {
            return replayed + skipped;
        }
    }

    public ReplayRecord advanced(Progress next) {
        return new ReplayRecord(id, version, request, status, next, finishedAt);
    }

    public ReplayRecord ended(Status as, Instant now) {
        return status == Status.RUNNING ? new ReplayRecord(id, version, request, as, progress, now) : this;
    }
}

package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.job.IdempotencyMark;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A replay of dead letters, stored so that any gateway can continue it.
 *
 * @param version incremented with each stored change; condition of the next
 * @param finishedAt when it completed or was cancelled, null before
 */
public record ReplayRecord(
        String id, long version, Request request, Status status, Progress progress, @Nullable Instant finishedAt) {

    /** Whether work is left. */
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
     * The request for a replay.
     *
     * @param selection if a filter, restricted to failures before the replay was created, so that jobs that fail again are not replayed
     *   forever
     * @param ratePerSecond 1 to 1,000
     * @param useCache whether finished steps may be used again; null to keep each job's setting
     */
    public record Request(
            DeadLetterSelection selection,
            int ratePerSecond,
            @Nullable Boolean useCache,
            Instant createdAt,
            @Nullable IdempotencyMark idempotency) {}

    /**
     * The progress of a replay.
     *
     * @param position number of ids done, or cursor of the last dead letter done; null at the start
     * @param replayed number restarted by this replay
     * @param skipped number that had changed or do not exist
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

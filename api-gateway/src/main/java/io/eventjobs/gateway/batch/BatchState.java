package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a batch.
 *
 * @param active whether its jobs may start
 * @param archived whether it is hidden from default lists
 * @param intent a bulk action in progress, which any gateway completes; null if there is none
 * @param counts number of jobs by status, as last counted
 * @param deletedAt when it was deleted and became invisible, null if it was not
 * @param completedAt when it reached a terminal status, null in any other
 */
public record BatchState(
        BatchStatus status,
        boolean active,
        boolean archived,
        @Nullable Intent intent,
        StateCounts counts,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Instant deletedAt) {

    /**
     * A bulk action. Stored in the batch before the first job is changed, and blocks dispatch from then on.
     *
     * @param action what happens to the jobs
     * @param reason stated by the person
     */
    public record Intent(Action action, String reason, Instant since) {
        /** Intents stored by versions without this field were always to fail the jobs. */
        public Intent(@Nullable Action action, String reason, Instant since) {
            this.action = action == null ? Action.FAIL : action;
            this.reason = reason;
            this.since = since;
        }
    }

    /** The kinds of bulk actions, in order of strength: a running one is replaced only by a stronger one. */
    public enum Action {
        /** Every unfinished job fails. */
        FAIL,
        /** Every unfinished job is cancelled. */
        CANCEL,
        /** Every job is deleted, then the batch itself. */
        DELETE
    }

    BatchState with(boolean nowActive, Instant now) {
        return new BatchState(status, nowActive, archived, intent, counts, now, completedAt, deletedAt);
    }

    BatchState with(@Nullable Intent next, Instant now) {
        return new BatchState(status, active, archived, next, counts, now, completedAt, deletedAt);
    }

    BatchState deletedAt(Instant now) {
        return new BatchState(status, active, archived, intent, counts, now, completedAt, now);
    }
}

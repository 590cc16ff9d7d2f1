package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch is.
 *
 * @param active whether its jobs may start
 * @param archived the flag that takes it out of everyday lists
 * @param intent a bulk action that was begun and that any gateway finishes, null when there is none
 * @param counts of its jobs' states as last counted
 * @param deletedAt since when nobody sees it any more, null as long as it is there
 * @param completedAt when it reached a terminal state, null in any other
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
     * A bulk action. Stands in the batch before the first job is touched, and stops dispatch from then on.
     *
     * @param action what is to become of the jobs
     * @param reason given by the person
     */
    public record Intent(Action action, String reason, Instant since) {
        /** Intents that were stored before there was a choice meant to fail. */
        public Intent(@Nullable Action action, String reason, Instant since) {
            this.action = action == null ? Action.FAIL : action;
            this.reason = reason;
            this.since = since;
        }
    }

    /** What a bulk action does, the stronger the later: one that is under way gives way to a stronger one only. */
    public enum Action {
        /** Every unfinished job fails. */
        FAIL,
        /** Every unfinished job is cancelled. */
        CANCEL,
        /** Every job is deleted, and then the batch. */
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

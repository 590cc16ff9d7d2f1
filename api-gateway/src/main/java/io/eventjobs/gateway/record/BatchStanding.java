package io.eventjobs.gateway.record;

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
 * @param completedAt when it reached a terminal state, null in any other
 */
public record BatchStanding(
        BatchStatus status,
        boolean active,
        boolean archived,
        @Nullable Intent intent,
        StateCounts counts,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    /**
     * Fail every unfinished job. Stands in the batch before the first job is failed, and stops dispatch from then on.
     *
     * @param reason given by the person
     */
    public record Intent(String reason, Instant since) {}

    BatchStanding with(boolean nowActive, Instant now) {
        return new BatchStanding(status, nowActive, archived, intent, counts, now, completedAt);
    }

    BatchStanding with(@Nullable Intent next, Instant now) {
        return new BatchStanding(status, active, archived, next, counts, now, completedAt);
    }
}

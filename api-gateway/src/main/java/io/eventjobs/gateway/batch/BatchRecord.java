package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import java.util.List;

/**
 * The truth about one batch, its jobs' states apart. A value: {@link BatchLife} makes the next one, {@code BatchRecords}
 * stores it if nobody was faster.
 *
 * @param version grows with every change but that of the counts; the condition of those changes
 * @param countVersion grows with every stored count and every change of what counts mean; the condition of counts
 * @param permits which dispatches of its jobs are under way: in this document, so that pausing revokes them in one update
 */
public record BatchRecord(
        BatchKey key,
        long version,
        long countVersion,
        BatchAsked asked,
        BatchStanding standing,
        List<Permit> permits,
        Outbox outbox) {
    public BatchRecord {
        permits = List.copyOf(permits);
    }

    public BatchStatus status() {
        return standing.status();
    }

    /** Whether it was deleted and only waits to be forgotten. */
    public boolean isDeleted() {
        return standing.deletedAt() != null;
    }

    /** Whether anybody may know of it: it is neither still being made nor deleted. */
    public boolean isVisible() {
        return status() != BatchStatus.CREATING && !isDeleted();
    }

    BatchRecord with(BatchStanding next) {
        return new BatchRecord(key, version, countVersion, asked, next, permits, outbox);
    }

    BatchRecord with(List<Permit> next) {
        return new BatchRecord(key, version, countVersion, asked, standing, next, outbox);
    }

    BatchRecord with(Outbox next) {
        return new BatchRecord(key, version, countVersion, asked, standing, permits, next);
    }
}

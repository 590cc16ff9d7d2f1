package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import java.util.List;

/**
 * The truth about one batch, its jobs' states apart. A value: {@link BatchLifecycle} makes the next one, {@code BatchRecords}
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
        BatchRequest request,
        BatchState state,
        List<Permit> permits,
        Outbox outbox) {
    public BatchRecord {
        permits = List.copyOf(permits);
    }

    public BatchStatus status() {
        return state.status();
    }

    /** Whether it was deleted and only waits to be forgotten. */
    public boolean isDeleted() {
        return state.deletedAt() != null;
    }

    /** Whether anybody may know of it: it is neither still being made nor deleted. */
    public boolean isVisible() {
        return status() != BatchStatus.CREATING && !isDeleted();
    }

    BatchRecord with(BatchState next) {
        return new BatchRecord(key, version, countVersion, request, next, permits, outbox);
    }

    BatchRecord with(List<Permit> next) {
        return new BatchRecord(key, version, countVersion, request, state, next, outbox);
    }

    BatchRecord with(Outbox next) {
        return new BatchRecord(key, version, countVersion, request, state, permits, next);
    }
}

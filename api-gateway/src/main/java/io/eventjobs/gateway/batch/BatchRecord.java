package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import java.util.List;

/**
 * The authoritative record of a batch, without the statuses of its jobs. A value: {@link BatchLifecycle} computes the next one, and {@code
 * BatchRecords} stores it unless it was changed concurrently.
 *
 * @param version incremented by every change except those of the counts; condition of those changes
 * @param countVersion incremented by every stored count and every change that affects counts; condition of counts
 * @param permits current dispatches of its jobs; kept in this document so that pausing revokes them in one update
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

    /** Whether it was deleted and is only waiting to be purged. */
    public boolean isDeleted() {
        return state.deletedAt() != null;
    }

    /** Whether it is visible: neither still being created nor deleted. */
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

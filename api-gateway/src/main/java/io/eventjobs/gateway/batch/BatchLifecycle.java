package io.eventjobs.gateway.batch;

import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.StateCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a batch: every change as a pure function. A change that does not apply returns the same record, so it may be repeated.
 */
public final class BatchLifecycle {
    private BatchLifecycle() {}

    /** A batch whose jobs are still being stored: invisible, and none of its jobs is dispatched. */
    public static BatchRecord creating(BatchKey key, BatchRequest request) {
        BatchState state = new BatchState(
                BatchStatus.CREATING,
                true,
                false,
                null,
                StateCounts.allPending(request.jobCount()),
                request.createdAt(),
                null,
                null);
        return new BatchRecord(key, 1, 1, request, state, List.of(), Outbox.EMPTY);
    }

    /** All jobs are stored: the batch becomes visible. */
    public static BatchRecord accepted(BatchRecord batch, Instant now) {
        if (batch.status() != BatchStatus.CREATING) {
            return batch;
        }
        BatchState at = batch.state();
        BatchState pending = new BatchState(
                BatchStatus.PENDING, at.active(), at.archived(), at.intent(), at.counts(), now, null, null);
        return published(batch.with(pending), EventType.BATCH_CREATED, now);
    }

    /** Sets whether jobs may start. Pausing also revokes, in the same update, all dispatches that have not started. */
    public static BatchRecord activated(BatchRecord batch, boolean active, Instant now) {
        if (batch.state().active() == active) {
            return batch;
        }
        BatchRecord next = batch.with(batch.state().with(active, now));
        return active
                ? published(next, EventType.BATCH_RESUMED, now)
                : published(withoutUnstarted(next), EventType.BATCH_PAUSED, now);
    }

    /** Sets the flag that hides the batch from default lists. */
    public static BatchRecord archived(BatchRecord batch, boolean archived, Instant now) {
        BatchState at = batch.state();
        return batch.with(new BatchState(
                at.status(), at.active(), archived, at.intent(), at.counts(), now, at.completedAt(), at.deletedAt()));
    }

    /** Whether its jobs may be dispatched and granted. */
    public static boolean mayStart(BatchRecord batch) {
        return batch.state().active() && batch.state().intent() == null && batch.isVisible();
    }

    /** The number of jobs that may still be dispatched. */
    public static int freePermits(BatchRecord batch) {
        Integer max = batch.request().maxParallel();
        return max == null
                ? Integer.MAX_VALUE
                : Math.max(0, max - batch.permits().size());
    }

    /** Grants a permit to each wanted dispatch while the batch is active and has capacity; the result contains the permits granted. */
    public static Permitted permitted(BatchRecord batch, List<Permit> wanted) {
        if (!mayStart(batch)) {
            return new Permitted(batch, List.of());
        }
        Set<JobId> wantedJobs = Set.copyOf(wanted.stream().map(Permit::jobId).toList());
        List<Permit> kept = new ArrayList<>(batch.permits().stream()
                .filter(permit -> !wantedJobs.contains(permit.jobId()))
                .toList());
        Integer max = batch.request().maxParallel();
        int room = max == null ? wanted.size() : Math.max(0, max - kept.size());
        List<Permit> granted = wanted.subList(0, Math.min(room, wanted.size()));
        if (granted.isEmpty()) {
            return new Permitted(batch, List.of());
        }
        kept.addAll(granted);
        return new Permitted(batch.with(kept), List.copyOf(granted));
    }

    /** Marks a dispatch as started; empty if its permit was revoked or the batch may not start jobs now. */
    public static Optional<BatchRecord> started(BatchRecord batch, JobId jobId, long token) {
        boolean there = batch.permits().stream().anyMatch(permit -> isOf(permit, jobId, token));
        if (!there || !mayStart(batch)) {
            return Optional.empty();
        }
        return Optional.of(batch.with(batch.permits().stream()
                .map(permit -> isOf(permit, jobId, token) ? new Permit(jobId, token, true) : permit)
                .toList()));
    }

    /** Removes the permits of dispatches that are over, however they ended. */
    public static BatchRecord returned(BatchRecord batch, Set<Permit> over) {
        List<Permit> kept = batch.permits().stream()
                .filter(permit -> over.stream().noneMatch(gone -> isOf(permit, gone.jobId(), gone.token())))
                .toList();
        return kept.size() == batch.permits().size() ? batch : batch.with(kept);
    }

    /**
     * Starts a bulk action: from now on no job starts, and any gateway completes the action. A batch that is to be deleted becomes
     * invisible. A running action is replaced only by a stronger one.
     */
    public static BatchRecord intending(BatchRecord batch, BatchState.Action action, String reason, Instant now) {
        BatchState at = batch.state();
        if (at.intent() != null && at.intent().action().compareTo(action) >= 0) {
            return batch;
        }
        BatchState next = at.with(new BatchState.Intent(action, reason, now), now);
        return withoutUnstarted(batch.with(action == BatchState.Action.DELETE ? next.deletedAt(now) : next));
    }

    /** Ends the bulk action; jobs that are restarted later may start again. */
    public static BatchRecord intentDone(BatchRecord batch, Instant now) {
        BatchState.Intent intent = batch.state().intent();
        if (intent == null) {
            return batch;
        }
        BatchRecord done = batch.with(batch.state().with((BatchState.@Nullable Intent) null, now));
        return intent.action() == BatchState.Action.DELETE ? published(done, EventType.BATCH_DELETED, now) : done;
    }

    /** Stores the recounted statuses and derives the batch's status from them. */
    public static BatchRecord counted(BatchRecord batch, StateCounts counts, Instant now) {
        if (batch.status() == BatchStatus.CREATING || batch.isDeleted()) {
            return batch;
        }
        BatchState at = batch.state();
        boolean emptied = counts.total() == 0 && at.status().isTerminal();
        BatchStatus status = emptied ? at.status() : counts.batchStatus();
        Instant completedAt = !status.isTerminal() ? null : at.status() == status ? at.completedAt() : now;
        BatchRecord next = batch.with(new BatchState(
                status, at.active(), at.archived(), at.intent(), counts, now, completedAt, at.deletedAt()));
        if (status == at.status()) {
            return next;
        }
        return switch (status) {
            case COMPLETED -> published(next, EventType.BATCH_COMPLETED, now);
            case FAILED -> published(next, EventType.BATCH_FAILED, now);
            case CANCELLED -> published(next, EventType.BATCH_CANCELLED, now);
            case PENDING, PROCESSING ->
                at.status().isTerminal() ? published(next, EventType.BATCH_REOPENED, now) : next;
            case CREATING -> next;
        };
    }

    private static BatchRecord withoutUnstarted(BatchRecord batch) {
        return batch.with(batch.permits().stream().filter(Permit::started).toList());
    }

    private static boolean isOf(Permit permit, JobId jobId, long token) {
        return permit.jobId().equals(jobId) && permit.token() == token;
    }

    private static BatchRecord published(BatchRecord batch, EventType type, Instant now) {
        return batch.with(batch.outbox().plus(type, batch.key().id().value(), now, data(batch)));
    }

    private static Map<String, Object> data(BatchRecord batch) {
        StateCounts counts = batch.state().counts();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("batch_id", batch.key().id().value());
        data.put("batch_name", batch.request().name());
        data.put("status", batch.status().word());
        data.put("active", batch.state().active());
        data.put("job_count", counts.total());
        data.put("completed_count", counts.completed());
        data.put("failed_count", counts.failed());
        data.put("cancelled_count", counts.cancelled());
        return data;
    }

    /**
     * The result of requesting permits.
     *
     * @param batch the record including the new permits
     * @param permits those granted, in the order requested
     */
    public record Permitted(BatchRecord batch, List<Permit> permits) {}
}

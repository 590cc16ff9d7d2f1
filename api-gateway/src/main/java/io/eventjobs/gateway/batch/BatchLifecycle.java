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
 * The life of a batch: every change as a pure function. A change that does not apply answers the same record, so that it
 * may be repeated.
 */
public final class BatchLifecycle {
    private BatchLifecycle() {}

    /** A batch whose jobs are still being stored: invisible, nothing of it is dispatched. */
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

    /** All its jobs are stored: the batch is there. */
    public static BatchRecord accepted(BatchRecord batch, Instant now) {
        if (batch.status() != BatchStatus.CREATING) {
            return batch;
        }
        BatchState at = batch.state();
        BatchState pending = new BatchState(
                BatchStatus.PENDING, at.active(), at.archived(), at.intent(), at.counts(), now, null, null);
        return published(batch.with(pending), EventType.BATCH_CREATED, now);
    }

    /** Sets whether jobs may start. Pausing revokes what was dispatched and has not started, in the same update. */
    public static BatchRecord activated(BatchRecord batch, boolean active, Instant now) {
        if (batch.state().active() == active) {
            return batch;
        }
        BatchRecord next = batch.with(batch.state().with(active, now));
        return active
                ? published(next, EventType.BATCH_RESUMED, now)
                : published(withoutUnstarted(next), EventType.BATCH_PAUSED, now);
    }

    /** Sets the flag that takes the batch out of everyday lists. */
    public static BatchRecord archived(BatchRecord batch, boolean archived, Instant now) {
        BatchState at = batch.state();
        return batch.with(new BatchState(
                at.status(), at.active(), archived, at.intent(), at.counts(), now, at.completedAt(), at.deletedAt()));
    }

    /** Whether its jobs may be dispatched and granted. */
    public static boolean mayStart(BatchRecord batch) {
        return batch.state().active() && batch.state().intent() == null && batch.isVisible();
    }

    /** How many further jobs may be under way. */
    public static int freePermits(BatchRecord batch) {
        Integer max = batch.request().maxParallel();
        return max == null
                ? Integer.MAX_VALUE
                : Math.max(0, max - batch.permits().size());
    }

    /** A permit for each wanted dispatch, as far as the batch may start jobs and has room; those it got are in the result. */
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
        List<Permit> got = wanted.subList(0, Math.min(room, wanted.size()));
        if (got.isEmpty()) {
            return new Permitted(batch, List.of());
        }
        kept.addAll(got);
        return new Permitted(batch.with(kept), List.copyOf(got));
    }

    /** An execution of this dispatch begins: empty if it was revoked or the batch may start nothing now. */
    public static Optional<BatchRecord> started(BatchRecord batch, JobId jobId, long token) {
        boolean there = batch.permits().stream().anyMatch(permit -> isOf(permit, jobId, token));
        if (!there || !mayStart(batch)) {
            return Optional.empty();
        }
        return Optional.of(batch.with(batch.permits().stream()
                .map(permit -> isOf(permit, jobId, token) ? new Permit(jobId, token, true) : permit)
                .toList()));
    }

    /** The dispatches are over, however they ended. */
    public static BatchRecord returned(BatchRecord batch, Set<Permit> over) {
        List<Permit> kept = batch.permits().stream()
                .filter(permit -> over.stream().noneMatch(gone -> isOf(permit, gone.jobId(), gone.token())))
                .toList();
        return kept.size() == batch.permits().size() ? batch : batch.with(kept);
    }

    /**
     * A bulk action begins: from now on nothing starts, and any gateway finishes it. One that is to be deleted is there for
     * nobody any more. An action that is under way gives way to a stronger one only.
     */
    public static BatchRecord intending(BatchRecord batch, BatchState.Action action, String reason, Instant now) {
        BatchState at = batch.state();
        if (at.intent() != null && at.intent().action().compareTo(action) >= 0) {
            return batch;
        }
        BatchState next = at.with(new BatchState.Intent(action, reason, now), now);
        return withoutUnstarted(batch.with(action == BatchState.Action.DELETE ? next.deletedAt(now) : next));
    }

    /** The bulk action is finished; later restarts may start again. */
    public static BatchRecord intentDone(BatchRecord batch, Instant now) {
        BatchState.Intent intent = batch.state().intent();
        if (intent == null) {
            return batch;
        }
        BatchRecord done = batch.with(batch.state().with((BatchState.@Nullable Intent) null, now));
        return intent.action() == BatchState.Action.DELETE ? published(done, EventType.BATCH_DELETED, now) : done;
    }

    /** The jobs were counted: counts, and the state that follows from them. */
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
     * What came of asking for permits.
     *
     * @param batch with the permits in it
     * @param permits those of the wanted that were given, in their order
     */
    public record Permitted(BatchRecord batch, List<Permit> permits) {}
}

package io.eventjobs.gateway.batchaction;

import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.transition.BatchTransitions;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.job.BatchKey;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sets the flags of a caller's batches: active, archived. Thread-safe. */
@Service
public class BatchFlags {
    private final JobQueries queries;
    private final BatchTransitions batches;
    private final ChangeListener changes;
    private final Clock clock;

    BatchFlags(JobQueries queries, BatchTransitions batches, ChangeListener changes, Clock clock) {
        this.queries = queries;
        this.batches = batches;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Pauses or resumes a batch; returns whether it is active now.
     *
     * @param wanted null for the opposite of the current value
     */
    public boolean active(Caller caller, String id, @Nullable Boolean wanted) {
        BatchKey key = queries.batch(caller, id).key();
        boolean active = change(key, current -> toggled(current, wanted));
        batches.load(key).ifPresent(changes::batchChanged);
        return active;
    }

    /** Marks a batch as archived, or removes the mark. */
    public void archived(Caller caller, String id, boolean archived) {
        change(
                queries.batch(caller, id).key(),
                current -> new BatchTransitions.Change<>(
                        BatchLifecycle.archived(current, archived, clock.instant()), archived));
    }

    private <T> T change(BatchKey key, Function<BatchRecord, BatchTransitions.Change<T>> change) {
        return batches.changeNow(key, change)
                .orElseThrow(() -> new ApiException(ErrorCode.BATCH_NOT_FOUND, ErrorCode.BATCH_NOT_FOUND.meaning()));
    }

    private BatchTransitions.Change<Boolean> toggled(BatchRecord batch, @Nullable Boolean wanted) {
        boolean active = wanted == null ? !batch.state().active() : wanted;
        return new BatchTransitions.Change<>(BatchLifecycle.activated(batch, active, clock.instant()), active);
    }
}

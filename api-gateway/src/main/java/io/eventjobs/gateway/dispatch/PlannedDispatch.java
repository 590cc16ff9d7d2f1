package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ready job and how it is to be dispatched.
 *
 * @param holder the execution that it is assigned to; null if any worker may claim it
 */
record PlannedDispatch(OpenJob job, @Nullable Holder holder) {
    JobId id() {
        return job.id();
    }

    /** The token that the job will be dispatched under. */
    long token() {
        return job.token() + 1;
    }

    /** An assigned job counts as started: what pauses its batch afterwards does not revoke it. */
    Permit permit() {
        return new Permit(id(), token(), holder != null);
    }

    /** The record of the job once it is dispatched; empty if it has changed. */
    Optional<JobRecord> apply(JobRecord current, Instant now) {
        if (current.token() != job.token()) {
            return Optional.empty();
        }
        return holder == null ? JobLifecycle.dispatched(current, now) : JobLifecycle.assigned(current, holder, now);
    }
}

package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an unfinished job that dispatch and leases need, at its {@code version}.
 *
 * @param holding which worker has it, or may be given it
 * @param lastHeartbeatNanos last sign of life, monotonic: of a queued job the time of dispatch, of a processing one the last report of its
 *   execution
 */
public record OpenJob(
        JobId id,
        long version,
        JobStatus status,
        long token,
        Place place,
        Priority priority,
        JobType type,
        @Nullable Instant notBefore,
        Holding holding,
        long lastHeartbeatNanos) {

    /**
     * Position in the queue of its batch, or among its tenant's jobs without a batch.
     *
     * @param order sort key within the lane: batch index, or time of submission
     * @param host the first host the job fetches from, null if none
     */
    public record Place(TenantId tenant, @Nullable BatchKey batch, long order, @Nullable String host) {
        /** Jobs of one lane are dispatched in order; lanes take turns. */
        public String lane() {
            return batch == null ? tenant + "/" : batch.toString();
        }
    }

    /**
     * Which worker has the job, or may be given it.
     *
     * @param worker the worker that the job is granted to; null if it is not
     * @param heard whether this gateway had a report of the execution
     * @param assignable whether it may be assigned to a worker that has not claimed it
     */
    public record Holding(@Nullable WorkerId worker, boolean heard, boolean assignable) {
        static Holding of(JobRecord job) {
            Holder holder = job.state().holder();
            return new Holding(holder == null ? null : holder.worker(), false, JobLifecycle.isAssignable(job));
        }
    }

    static OpenJob of(JobRecord job, long nowNanos) {
        Optional<BatchKey> batch = job.request().batchKey();
        long order = batch.isPresent()
                ? job.request().batchIndex()
                : job.request().createdAt().toEpochMilli();
        return new OpenJob(
                job.id(),
                job.version(),
                job.status(),
                job.token(),
                new Place(
                        job.request().tenant(),
                        batch.orElse(null),
                        order,
                        job.request().host()),
                job.request().priority(),
                job.request().parameters().jobType(),
                job.state().notBefore(),
                Holding.of(job),
                nowNanos);
    }

    /** A report of its execution was read. */
    OpenJob withHeartbeat(long nowNanos) {
        return with(new Holding(holding.worker(), true, holding.assignable()), nowNanos);
    }

    /** A command that was claimed: the claim is a report of its execution. */
    OpenJob after(OpenJob before) {
        boolean isClaimed = before.status == JobStatus.QUEUED && before.token == token && holding.worker() != null;
        return isClaimed ? withHeartbeat(lastHeartbeatNanos) : this;
    }

    /** With the last sign of life of the same dispatch. */
    OpenJob continuing(OpenJob before) {
        boolean heard = holding.heard() || before.holding.heard();
        return with(new Holding(holding.worker(), heard, holding.assignable()), before.lastHeartbeatNanos);
    }

    private OpenJob with(Holding next, long heartbeatNanos) {
        return new OpenJob(id, version, status, token, place, priority, type, notBefore, next, heartbeatNanos);
    }
}

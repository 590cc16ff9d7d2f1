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
     * @param contact what this gateway knows of the execution
     * @param assignable whether it may be assigned to a worker that has not claimed it
     */
    public record Holding(@Nullable WorkerId worker, Contact contact, boolean assignable) {
        static Holding of(JobRecord job) {
            Holder holder = job.state().holder();
            return new Holding(
                    holder == null ? null : holder.worker(), Contact.UNKNOWN, JobLifecycle.isAssignable(job));
        }

        Holding with(Contact next) {
            return new Holding(worker, next, assignable);
        }
    }

    /** What this gateway knows of an execution. */
    public enum Contact {
        /** It assigned the job, and has heard nothing since. */
        ASSIGNED,
        /** It had a report of the execution. */
        HEARD,
        /** It found the job in the records: the execution may have reported to another gateway, or before a restart. */
        UNKNOWN
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
        return with(Contact.HEARD, nowNanos);
    }

    /** As the record that follows that of {@code before}: what is known of the same dispatch stays known. */
    OpenJob after(OpenJob before) {
        return switch (before.status) {
            case PENDING -> holding.worker() == null ? this : with(Contact.ASSIGNED, lastHeartbeatNanos);
            case QUEUED, PROCESSING -> continuing(before);
            case COMPLETED, FAILED, CANCELLED -> this;
        };
    }

    private OpenJob continuing(OpenJob before) {
        if (before.token != token) {
            return this;
        }
        // A claim is a report of its execution.
        return before.status == status
                ? with(before.holding.contact(), before.lastHeartbeatNanos)
                : with(Contact.HEARD, lastHeartbeatNanos);
    }

    private OpenJob with(Contact contact, long heartbeatNanos) {
        return new OpenJob(
                id, version, status, token, place, priority, type, notBefore, holding.with(contact), heartbeatNanos);
    }
}

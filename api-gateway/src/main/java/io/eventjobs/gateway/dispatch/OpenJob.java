package io.eventjobs.gateway.dispatch;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an unfinished job that dispatch and leases need, at its {@code version}.
 *
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
                nowNanos);
    }

    OpenJob withHeartbeat(long nowNanos) {
        return new OpenJob(id, version, status, token, place, priority, type, notBefore, nowNanos);
    }
}

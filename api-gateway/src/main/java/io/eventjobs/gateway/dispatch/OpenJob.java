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
 * What dispatch and leases need to know of one unfinished job, as it was at {@code version}.
 *
 * @param lastHeartbeatNanos when anything was last heard of it, monotonic: of a queued job when it was dispatched, of a processing
 *     one when its execution last reported
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
     * Where it stands in the queue of its batch, or among its tenant's jobs without one.
     *
     * @param order sorts within the lane: batch index, or time of acceptance
     * @param host that is asked first, null if none is
     */
    public record Place(TenantId tenant, @Nullable BatchKey batch, long order, @Nullable String host) {
        /** Jobs of one lane are handed out in order; lanes take turns. */
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

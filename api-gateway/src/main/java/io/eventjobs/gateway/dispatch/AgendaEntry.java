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
 * @param heardNanos when anything was last heard of it, monotonic: of a queued job when it was dispatched, of a processing
 *     one when its execution last reported
 */
public record AgendaEntry(
        JobId id,
        long version,
        JobStatus status,
        long token,
        Place place,
        Priority priority,
        JobType type,
        @Nullable Instant notBefore,
        long heardNanos) {

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

    static AgendaEntry of(JobRecord job, long nowNanos) {
        Optional<BatchKey> batch = job.asked().batchKey();
        long order = batch.isPresent()
                ? job.asked().batchIndex()
                : job.asked().createdAt().toEpochMilli();
        return new AgendaEntry(
                job.id(),
                job.version(),
                job.status(),
                job.token(),
                new Place(
                        job.asked().tenant(),
                        batch.orElse(null),
                        order,
                        job.asked().host()),
                job.asked().priority(),
                job.asked().parameters().jobType(),
                job.standing().notBefore(),
                nowNanos);
    }

    AgendaEntry heard(long nowNanos) {
        return new AgendaEntry(id, version, status, token, place, priority, type, notBefore, nowNanos);
    }
}

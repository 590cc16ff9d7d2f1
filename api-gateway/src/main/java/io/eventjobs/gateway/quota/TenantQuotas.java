package io.eventjobs.gateway.quota;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.mongo.StorageRecords;
import io.eventjobs.model.job.TenantId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Refuses jobs and uploads of a tenant that has as many as it may have. Asks MongoDB only if there is a limit. Thread-safe. */
public final class TenantQuotas {
    private final QueueStatistics queue;
    private final StorageRecords storage;
    private final int maxJobs;
    private final long maxBytes;
    private final Ticker ticker;
    private final ConcurrentMap<TenantId, EstimatedCount> unfinished = new ConcurrentHashMap<>();

    /**
     * @param maxJobs 0 for no limit
     * @param maxBytes 0 for no limit
     */
    public TenantQuotas(QueueStatistics queue, StorageRecords storage, int maxJobs, long maxBytes, Ticker ticker) {
        this.queue = queue;
        this.storage = storage;
        this.maxJobs = maxJobs;
        this.maxBytes = maxBytes;
        this.ticker = ticker;
    }

    /** @throws ApiException {@code JOBS_FULL} or {@code STORAGE_FULL} */
    public void admitJobs(TenantId tenant, int more) {
        requireRoom(tenant, 0);
        boolean admitted = maxJobs == 0
                || unfinished
                        .computeIfAbsent(
                                tenant, key -> new EstimatedCount(max -> queue.backlog(key, max), maxJobs, ticker))
                        .admit(more);
        if (!admitted) {
            throw new ApiException(ErrorCode.JOBS_FULL, ErrorCode.JOBS_FULL.meaning());
        }
    }

    /** @throws ApiException {@code STORAGE_FULL} */
    public void requireRoom(TenantId tenant, long moreBytes) {
        if (maxBytes > 0 && storage.bytes(tenant) + moreBytes >= maxBytes) {
            throw new ApiException(ErrorCode.STORAGE_FULL, ErrorCode.STORAGE_FULL.meaning());
        }
    }

    /** Called when so many bytes were stored that the next count will find. */
    public void stored(TenantId tenant, long bytes) {
        if (maxBytes > 0) {
            storage.add(tenant, bytes);
        }
    }
}

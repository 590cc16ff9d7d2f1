package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.quota.EstimatedCount;
import io.eventjobs.gateway.quota.TenantQuotas;
import io.eventjobs.model.job.TenantId;

/** Refuses further jobs when too many are waiting, of their tenant or of all. Thread-safe. */
final class Backlog {
    private final EstimatedCount unfinished;
    private final TenantQuotas quotas;

    Backlog(QueueStatistics queue, int max, TenantQuotas quotas, Ticker ticker) {
        this.unfinished = new EstimatedCount(queue::backlog, max, ticker);
        this.quotas = quotas;
    }

    /** @throws ApiException if this many more jobs would exceed a limit */
    void admit(TenantId tenant, int more) {
        quotas.admitJobs(tenant, more);
        if (!unfinished.admit(more)) {
            throw new ApiException(ErrorCode.BACKLOG_FULL, ErrorCode.BACKLOG_FULL.meaning());
        }
    }
}

package io.eventjobs.gateway.job;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.TenantId;

/** The execution whose results are served; at most one per job. */
public record Winner(long token, ExecutionId execution, JobResults results) {
    /** The object key prefix of its files. */
    public ExecutionPrefix prefix(TenantId tenant, JobId jobId) {
        return new ExecutionPrefix(tenant, jobId, token, execution);
    }
}

package io.eventjobs.model.protocol;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Offers a job to any worker: from a gateway, on topic {@code commands}, with the job id as key. The worker claims the job and
 * has no effect on the outside before a gateway has granted the claim.
 *
 * @param token fencing token: greater at each dispatch of the job, from 1
 * @param run number of the run, from 1; a restart begins a new one
 * @param sinceRun an earlier run, if all runs since then were incomplete: their checkpoints may be used; null otherwise
 * @param attempt number of the attempt within the run, from 1
 * @param waited how long the job has been deferred without success until this dispatch; null if it has not been deferred
 * @param alone true if the job shall run while its worker runs nothing else (ADR 0030); null otherwise, and old workers ignore it
 * @param lease how long the worker may send no report before the gateway gives the job to another
 */
public record JobCommand(
        JobId jobId,
        TenantId tenant,
        @Nullable BatchId batchId,
        long token,
        int run,
        @Nullable Integer sinceRun,
        int attempt,
        @Nullable Duration waited,
        @Nullable Boolean alone,
        Duration lease,
        JobParameters parameters) {
    public JobCommand {
        if (token < 1 || run < 1 || attempt < 1) {
            throw new IllegalArgumentException(
                    "token, run and attempt must be 1 or more, but are " + token + ", " + run + ", " + attempt);
        }
        if (sinceRun != null && (sinceRun < 1 || sinceRun >= run)) {
            throw new IllegalArgumentException(
                    "sinceRun must be 1 or more and less than run " + run + ", but is " + sinceRun);
        }
    }

    /** The command of a job that may have neighbours in its worker. */
    public JobCommand(
            JobId jobId,
            TenantId tenant,
            @Nullable BatchId batchId,
            long token,
            int run,
            @Nullable Integer sinceRun,
            int attempt,
            @Nullable Duration waited,
            Duration lease,
            JobParameters parameters) {
        this(jobId, tenant, batchId, token, run, sinceRun, attempt, waited, null, lease, parameters);
    }

    /** Whether the worker must run nothing else meanwhile. */
    public boolean runsAlone() {
        return Boolean.TRUE.equals(alone);
    }

    /** The first run whose checkpoints this run may use as its own. */
    public int firstRun() {
        return sinceRun == null ? run : sinceRun;
    }

    public JobType jobType() {
        return parameters.jobType();
    }
}

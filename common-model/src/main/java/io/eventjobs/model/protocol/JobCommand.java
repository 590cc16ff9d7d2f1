package io.eventjobs.model.protocol;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gateway to any worker, topic {@code commands}, key job id: do this job. It is an offer only: the worker claims it and
 * does nothing outside before it is granted.
 *
 * @param token the fence: one integer per job, greater at every dispatch
 * @param run how often the job was started by a person, from 1
 * @param attempt the attempt within the run that this would be, from 1
 * @param lease after how long without a report the gateway gives the job to another worker
 */
public record JobCommand(
        JobId jobId,
        TenantId tenant,
        @Nullable BatchId batchId,
        long token,
        int run,
        int attempt,
        Duration lease,
        JobParameters parameters) {
    public JobCommand {
        if (token < 1 || run < 1 || attempt < 1) {
            throw new IllegalArgumentException(
                    "token, run and attempt start at 1: " + token + ", " + run + ", " + attempt);
        }
    }

    public JobType jobType() {
        return parameters.jobType();
    }
}

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
 * @param sinceRun an earlier run, if those from it on did not complete: this one goes on from what they have finished
 * @param attempt the attempt within the run that this would be, from 1
 * @param waited for how long it has waited for the other side until it was offered, without a success between; null if it has not
 * @param lease after how long without a report the gateway gives the job to another worker
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
        Duration lease,
        JobParameters parameters) {
    public JobCommand {
        if (token < 1 || run < 1 || attempt < 1) {
            throw new IllegalArgumentException(
                    "token, run and attempt start at 1: " + token + ", " + run + ", " + attempt);
        }
        if (sinceRun != null && (sinceRun < 1 || sinceRun >= run)) {
            throw new IllegalArgumentException("sinceRun is no run before " + run + ": " + sinceRun);
        }
    }

    /** The first run whose finished steps are this one's own. */
    public int firstRun() {
        return sinceRun == null ? run : sinceRun;
    }

    public JobType jobType() {
        return parameters.jobType();
    }
}

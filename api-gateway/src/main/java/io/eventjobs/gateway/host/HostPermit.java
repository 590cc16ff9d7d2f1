package io.eventjobs.gateway.host;

import io.eventjobs.model.job.JobId;
import java.time.Instant;

/**
 * The permit of one dispatch to use a host.
 *
 * @param at when it was granted
 */
public record HostPermit(JobId jobId, long token, Instant at) {
    public boolean isOf(JobId job, long dispatch) {
        return jobId.equals(job) && token == dispatch;
    }
}

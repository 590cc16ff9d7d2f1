package io.eventjobs.gateway.host;

import io.eventjobs.model.job.JobId;
import java.time.Instant;

/**
 * Which dispatch of which job is at the host.
 *
 * @param at when it was given
 */
public record HostPermit(JobId jobId, long token, Instant at) {
    public boolean isOf(JobId job, long dispatch) {
        return jobId.equals(job) && token == dispatch;
    }
}

package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.JobId;

/**
 * The permit of one dispatch of one job.
 *
 * @param started whether an execution was granted under it; pausing the batch revokes permits that are not started
 */
public record Permit(JobId jobId, long token, boolean started) {}

package io.eventjobs.gateway.batch;

import io.eventjobs.model.job.JobId;

/**
 * One dispatch of one job of a batch.
 *
 * @param started whether an execution was granted under it; an unstarted one is revoked when the batch is paused
 */
public record Permit(JobId jobId, long token, boolean started) {}

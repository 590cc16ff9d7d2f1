package io.eventjobs.gateway.job;

import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.TenantId;

/** A group of jobs. */
public sealed interface JobScope {
    /** All jobs of a batch. */
    record OfBatch(BatchKey batch) implements JobScope {}

    /** All jobs of an event, over all its batches. */
    record OfEvent(TenantId tenant, String event) implements JobScope {}
}

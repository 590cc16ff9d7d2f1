package io.eventjobs.gateway.job;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;

/** The execution that a job was granted to. */
public record Holder(ExecutionId execution, WorkerId worker) {}

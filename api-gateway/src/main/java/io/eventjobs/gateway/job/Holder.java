package io.eventjobs.gateway.job;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;

/** Who was granted a job. */
public record Holder(ExecutionId execution, WorkerId worker) {}

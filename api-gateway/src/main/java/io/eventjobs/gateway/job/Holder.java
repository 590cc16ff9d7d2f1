package io.eventjobs.gateway.job;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * The execution that a job was granted to.
 *
 * @param alone true once its worker said that it runs nothing else; null before
 */
public record Holder(ExecutionId execution, WorkerId worker, @Nullable Boolean alone) {
    public Holder(ExecutionId execution, WorkerId worker) {
        this(execution, worker, null);
    }

    /** Whether no other job can be the cause if the worker is lost. */
    boolean isAlone() {
        return Boolean.TRUE.equals(alone);
    }

    Holder runningAlone() {
        return new Holder(execution, worker, true);
    }
}

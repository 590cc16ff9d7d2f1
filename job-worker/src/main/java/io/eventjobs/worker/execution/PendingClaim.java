package io.eventjobs.worker.execution;

import java.util.concurrent.CompletableFuture;

/** A claim that was sent and is not yet known to be stored. Thread-safe. */
public final class PendingClaim {
    private final SlotExecution execution;
    private final CompletableFuture<?> stored;

    PendingClaim(SlotExecution execution, CompletableFuture<?> stored) {
        this.execution = execution;
        this.stored = stored;
    }

    /** Done when the claim is stored; fails if it was not in time. */
    public CompletableFuture<?> stored() {
        return stored;
    }

    /**
     * Drops the execution and frees its slot, so that whoever takes the command next may have the job.
     *
     * @return false if the gateway has granted the claim meanwhile: then it was stored, and the work goes on
     */
    public boolean withdraw() {
        return execution.withdraw();
    }
}

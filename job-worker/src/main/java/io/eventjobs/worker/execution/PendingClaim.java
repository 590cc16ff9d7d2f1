package io.eventjobs.worker.execution;

import java.util.concurrent.CompletableFuture;

/** A claim that was sent but is not yet known to be stored. Thread-safe. */
public final class PendingClaim {
    private final SlotExecution execution;
    private final CompletableFuture<?> stored;

    PendingClaim(SlotExecution execution, CompletableFuture<?> stored) {
        this.execution = execution;
        this.stored = stored;
    }

    /** Completes when the claim is stored; fails if it is not stored in time. */
    public CompletableFuture<?> stored() {
        return stored;
    }

    /**
     * Drops the execution and frees its slot, so that the next worker to receive the command can have the job.
     *
     * @return false if the gateway has granted the claim meanwhile; then the claim was stored, and the work continues
     */
    public boolean withdraw() {
        return execution.withdraw();
    }
}

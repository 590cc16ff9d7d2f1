package io.eventjobs.worker.checkpoint;

/** A checkpoint that is not what was kept, or that would be larger than allowed. */
public final class UnusableCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fault;

    /** @param fault what is wrong with it, to go on a sentence */
    public UnusableCheckpointException(String fault) {
        super(fault);
        this.fault = fault;
    }

    UnusableCheckpointException(String fault, Throwable cause) {
        super(fault, cause);
        this.fault = fault;
    }

    String fault() {
        return fault;
    }
}

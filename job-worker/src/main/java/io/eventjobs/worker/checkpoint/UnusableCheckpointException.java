package io.eventjobs.worker.checkpoint;

/** A checkpoint that is damaged or does not fit its key, or a result that exceeds the limits. */
public final class UnusableCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fault;

    /** @param fault what is wrong, continuing a sentence */
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

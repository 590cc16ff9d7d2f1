package io.eventjobs.worker.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A configured service gave no answer that can be used. The message is for the owner of a job and holds no secret. */
public final class EndpointException extends Exception {
    private static final long serialVersionUID = 1L;

    private final EndpointFault fault;
    private final int status;
    private final @Nullable Duration retryAfter;

    public EndpointException(EndpointFault fault, String message) {
        this(fault, 0, message, null);
    }

    EndpointException(EndpointFault fault, int status, String message, @Nullable Duration retryAfter) {
        super(message);
        this.fault = fault;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public EndpointFault fault() {
        return fault;
    }

    /** Of the answer, 0 when there was none. */
    public int status() {
        return status;
    }

    /** How long the service asked to wait, null when it said nothing. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

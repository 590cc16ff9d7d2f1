package io.eventjobs.worker.endpoint;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A configured service returned no usable response. The message is meant for the owner of a job and contains no secret. */
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

    /** HTTP status of the response, 0 if there was none. */
    public int status() {
        return status;
    }

    /** The delay that the service asked for, null if none. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

package io.eventjobs.worker.endpoint;

/** Why a call of a configured service failed. */
public enum EndpointFault {
    /** The connection could not be established or broke. */
    UNREACHABLE,
    /** No complete response within the timeout. */
    TIMED_OUT,
    /** Rate-limited (429, or 503 with Retry-After) for longer than a call waits, or still after all attempts. */
    THROTTLED,
    /** Server error (5xx). */
    FAILED,
    /** The API key was rejected (401, 403). */
    FORBIDDEN,
    /** The request was rejected (other 4xx), or answered with a redirect, which is never followed. */
    REFUSED,
    /** The service does not offer the requested operation. */
    UNSUPPORTED,
    /** The response exceeds the size limit. */
    TOO_LARGE,
    /** The response has an unexpected format. */
    UNREADABLE,
    /** The circuit breaker is open after repeated failures. */
    CIRCUIT_OPEN,
    /** No permit for a call became free in time. */
    BUSY;

    /** Whether a retry shortly afterwards may succeed. */
    boolean isTransient() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, FAILED -> true;
            case FORBIDDEN, REFUSED, UNSUPPORTED, TOO_LARGE, UNREADABLE, CIRCUIT_OPEN, BUSY -> false;
        };
    }

    /** Whether the request reached the service, as far as can be known. */
    public boolean hasReachedService() {
        return switch (this) {
            case UNREACHABLE, UNSUPPORTED, CIRCUIT_OPEN, BUSY -> false;
            case TIMED_OUT, THROTTLED, FAILED, FORBIDDEN, REFUSED, TOO_LARGE, UNREADABLE -> true;
        };
    }

    /** Whether the circuit breaker counts it as a failure. */
    boolean isServiceFailure() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, FAILED -> true;
            case THROTTLED, FORBIDDEN, REFUSED, UNSUPPORTED, TOO_LARGE, UNREADABLE, CIRCUIT_OPEN, BUSY -> false;
        };
    }

    /** Whether another call with other content will most likely fail in the same way. */
    public boolean isLasting() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, FAILED, FORBIDDEN, UNSUPPORTED, CIRCUIT_OPEN, BUSY -> true;
            case REFUSED, TOO_LARGE, UNREADABLE -> false;
        };
    }
}

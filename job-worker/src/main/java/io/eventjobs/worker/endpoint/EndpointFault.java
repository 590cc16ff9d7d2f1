package io.eventjobs.worker.endpoint;

/** Why a configured service gave no answer. */
public enum EndpointFault {
    /** No connection could be made, or it broke. */
    UNREACHABLE,
    /** No whole answer in the time allowed. */
    TIMED_OUT,
    /** It asks to wait (429, or 503 with Retry-After) for longer than a call waits. */
    THROTTLED,
    /** It failed (5xx). */
    FAILED,
    /** It does not take the key (401, 403). */
    FORBIDDEN,
    /** It refuses the request (other 4xx), or answers with a redirect, which is never followed. */
    REFUSED,
    /** What is wanted is not among what it offers. */
    UNSUPPORTED,
    /** Its answer is larger than allowed. */
    TOO_LARGE,
    /** Its answer has another form than agreed. */
    UNREADABLE,
    /** It failed so often lately that the circuit breaker is open. */
    CIRCUIT_OPEN,
    /** Too many calls were under way for too long. */
    BUSY;

    /** Whether the same call may succeed in a moment. */
    boolean isTransient() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, FAILED -> true;
            case FORBIDDEN, REFUSED, UNSUPPORTED, TOO_LARGE, UNREADABLE, CIRCUIT_OPEN, BUSY -> false;
        };
    }

    /** Whether the service was asked at all, as far as anyone knows. */
    public boolean isOfItsService() {
        return switch (this) {
            case UNREACHABLE, UNSUPPORTED, CIRCUIT_OPEN, BUSY -> false;
            case TIMED_OUT, THROTTLED, FAILED, FORBIDDEN, REFUSED, TOO_LARGE, UNREADABLE -> true;
        };
    }

    /** Whether the circuit breaker counts it. */
    boolean isServiceFailure() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, FAILED -> true;
            case THROTTLED, FORBIDDEN, REFUSED, UNSUPPORTED, TOO_LARGE, UNREADABLE, CIRCUIT_OPEN, BUSY -> false;
        };
    }

    /** Whether another call, with other content, will most likely fail in the same way. */
    public boolean isLasting() {
        return switch (this) {
            case UNREACHABLE, TIMED_OUT, THROTTLED, FAILED, FORBIDDEN, UNSUPPORTED, CIRCUIT_OPEN, BUSY -> true;
            case REFUSED, TOO_LARGE, UNREADABLE -> false;
        };
    }
}

package io.eventjobs.http;

/** The reasons why a fetch fails. */
public enum FetchCode {
    INVALID_ADDRESS,
    ADDRESS_BLOCKED,
    HOST_UNRESOLVED,
    CONNECT_FAILED,
    TLS_FAILED,
    HTTP_NOT_FOUND,
    HTTP_FORBIDDEN,
    HTTP_CLIENT_ERROR,
    HTTP_SERVER_ERROR,
    HTTP_THROTTLED,
    CIRCUIT_OPEN,
    HOST_BUSY,
    TOO_LARGE,
    TOO_SLOW,
    TIMED_OUT,
    TOO_MANY_REDIRECTS,
    DECOMPRESSION_BOMB,
    RESPONSE_BROKEN,
    /** The {@link BodySink} refused the rest of the body. */
    BODY_REFUSED,
    /** The host's robots.txt disallows the address. Not raised by this client, but by callers that read robots.txt (RFC 9309). */
    ROBOTS_REFUSED;

    /** Whether a retry may succeed shortly. */
    boolean isTransient() {
        return switch (this) {
            case HOST_UNRESOLVED, CONNECT_FAILED, HTTP_SERVER_ERROR, HTTP_THROTTLED, TIMED_OUT, RESPONSE_BROKEN -> true;
            case INVALID_ADDRESS,
                    ADDRESS_BLOCKED,
                    TLS_FAILED,
                    HTTP_NOT_FOUND,
                    HTTP_FORBIDDEN,
                    HTTP_CLIENT_ERROR,
                    CIRCUIT_OPEN,
                    HOST_BUSY,
                    TOO_LARGE,
                    TOO_SLOW,
                    TOO_MANY_REDIRECTS,
                    DECOMPRESSION_BOMB,
                    BODY_REFUSED,
                    ROBOTS_REFUSED -> false;
        };
    }

    /** Whether the failure says nothing about the resource itself: a stored response may still be valid. */
    public boolean isInconclusive() {
        return switch (this) {
            case HOST_UNRESOLVED,
                    CONNECT_FAILED,
                    HTTP_SERVER_ERROR,
                    HTTP_THROTTLED,
                    CIRCUIT_OPEN,
                    HOST_BUSY,
                    TOO_SLOW,
                    TIMED_OUT,
                    RESPONSE_BROKEN -> true;
            case INVALID_ADDRESS,
                    ADDRESS_BLOCKED,
                    TLS_FAILED,
                    HTTP_NOT_FOUND,
                    HTTP_FORBIDDEN,
                    HTTP_CLIENT_ERROR,
                    TOO_LARGE,
                    TOO_MANY_REDIRECTS,
                    DECOMPRESSION_BOMB,
                    BODY_REFUSED,
                    ROBOTS_REFUSED -> false;
        };
    }

    /** Whether the circuit breaker counts it as a failure of the host. */
    boolean isHostFailure() {
        return switch (this) {
            case CONNECT_FAILED, TLS_FAILED, HTTP_SERVER_ERROR, TOO_SLOW, TIMED_OUT, RESPONSE_BROKEN -> true;
            case INVALID_ADDRESS,
                    ADDRESS_BLOCKED,
                    HOST_UNRESOLVED,
                    HTTP_NOT_FOUND,
                    HTTP_FORBIDDEN,
                    HTTP_CLIENT_ERROR,
                    HTTP_THROTTLED,
                    CIRCUIT_OPEN,
                    HOST_BUSY,
                    TOO_LARGE,
                    TOO_MANY_REDIRECTS,
                    DECOMPRESSION_BOMB,
                    BODY_REFUSED,
                    ROBOTS_REFUSED -> false;
        };
    }
}

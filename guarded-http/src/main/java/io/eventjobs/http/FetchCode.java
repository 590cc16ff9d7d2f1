package io.eventjobs.http;

/** Why a fetch failed. */
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
    /** Whoever takes the body wants no more of it. */
    BODY_REFUSED,
    /** The host's robots.txt does not want the address to be read; said by whoever asks for that text. */
    ROBOTS_REFUSED;

    /** Whether the same request may succeed in a moment. */
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

    /** Whether the host said nothing of the resource itself, so that what was known of it before may still be so. */
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

    /** Whether it says something about the health of the host. */
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

package io.eventjobs.artifact;

import java.util.Set;

/**
 * The store answered, and refused the request: the key or the size is not allowed, access is denied, there is no such bucket. The same
 * request would be refused again until somebody changes a setting, so this is no outage.
 */
public final class StoreRefusedException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    /** Refusals that end by themselves: too many requests, a slow connection, concurrent requests. */
    private static final Set<Integer> PASSING_STATUSES = Set.of(408, 409, 429);

    private static final Set<String> PASSING_CODES = Set.of("RequestTimeout", "SlowDown", "OperationAborted");

    private final String code;
    private final String reason;

    /**
     * @param code S3 error code, e.g. {@code AccessDenied}
     * @param reason the store's own sentence, may be empty
     */
    public StoreRefusedException(String message, String code, String reason, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.reason = reason;
    }

    /** Whether a response with this status and S3 error code is a refusal; otherwise the store is overloaded, starting or broken. */
    static boolean isRefusal(int status, String code) {
        return status >= 400 && status < 500 && !PASSING_STATUSES.contains(status) && !PASSING_CODES.contains(code);
    }

    /** The store's own words, for people: its code, and its sentence if it sent one. */
    public String words() {
        return reason.isBlank() ? code : code + " (" + reason.strip() + ")";
    }

    /** Whether the error has this S3 code. */
    boolean is(String other) {
        return code.equals(other);
    }
}

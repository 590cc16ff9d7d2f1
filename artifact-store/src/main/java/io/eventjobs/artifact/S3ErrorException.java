package io.eventjobs.artifact;

/** The store responded with an S3 error code. */
final class S3ErrorException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    private final String code;

    S3ErrorException(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Whether the error has this S3 code. */
    boolean is(String other) {
        return code.equals(other);
    }
}

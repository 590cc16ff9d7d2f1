package io.eventjobs.artifact;

/** The store answered, with an error of its own. */
final class S3ErrorException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    private final String code;

    S3ErrorException(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Whether it is the error of this S3 code. */
    boolean is(String other) {
        return code.equals(other);
    }
}

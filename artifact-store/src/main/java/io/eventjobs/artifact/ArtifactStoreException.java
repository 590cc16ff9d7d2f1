package io.eventjobs.artifact;

/** The object store did not answer in time, refused, or answered something broken. Trying later may help. */
public class ArtifactStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArtifactStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    protected ArtifactStoreException(String message) {
        super(message);
    }
}

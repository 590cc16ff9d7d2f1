package io.eventjobs.artifact;

/**
 * The object store did not respond in time, responded with an error, or sent a malformed response. A later retry may succeed, except after a
 * {@link StoreRefusedException}.
 */
public class ArtifactStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArtifactStoreException(String message, Throwable cause) {
        super(message, cause);
    }

    protected ArtifactStoreException(String message) {
        super(message);
    }
}

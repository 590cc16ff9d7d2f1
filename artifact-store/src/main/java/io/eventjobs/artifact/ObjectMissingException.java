package io.eventjobs.artifact;

/** There is no object at the key. */
public final class ObjectMissingException extends ArtifactStoreException {
    private static final long serialVersionUID = 1L;

    private final String key;

    public ObjectMissingException(String key) {
        super("no object at " + key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}

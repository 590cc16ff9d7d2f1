package io.eventjobs.artifact;

/** The bucket that holds all objects. */
public interface ArtifactBucket {
    /** Creates the bucket unless it exists. Idempotent, and safe to call from several processes at once. */
    void prepare();
}

package io.eventjobs.artifact;

/** The bucket that holds all objects. */
public interface ArtifactBucket {
    /** Creates the bucket unless it exists. To be called once at start; may be repeated, by several processes at once. */
    void prepare();
}

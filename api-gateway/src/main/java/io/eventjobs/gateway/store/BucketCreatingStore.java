package io.eventjobs.gateway.store;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ForwardingArtifactStore;

/**
 * Creates the bucket before the first call of any kind: a gateway starts without its store and may be the first process that
 * uses it. Thread-safe.
 */
final class BucketCreatingStore extends ForwardingArtifactStore {
    private volatile boolean prepared;

    BucketCreatingStore(ArtifactStore store) {
        super(store);
    }

    @Override
    public void prepare() {
        super.delegate().prepare();
        prepared = true;
    }

    @Override
    protected ArtifactStore delegate() {
        if (!prepared) {
            prepare();
        }
        return super.delegate();
    }
}

package io.eventjobs.worker.session.bundle;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.StoredFile;

/** Stores files under the prefix of an execution. */
public final class BundleUpload {
    private final ArtifactStore store;
    private final ExecutionPrefix prefix;

    public BundleUpload(ArtifactStore store, ExecutionPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Stores a file, unless the thread is interrupted. */
    public StoredFile store(MeasuredFile file) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("while storing files");
        }
        StoredFile stored = file.stored();
        store.put(prefix.key(stored.path()), file.file().file(), stored.contentType());
        return stored;
    }
}

package io.eventjobs.worker.session.bundle;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.nio.file.Files;

/** Stores files below the prefix of an execution and says what was stored. */
public final class Upload {
    private final ArtifactStore store;
    private final ExecutionPrefix prefix;

    public Upload(ArtifactStore store, ExecutionPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /** Stores one file; not begun when the thread is interrupted. */
    public StoredFile store(BundleFile file) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("while storing files");
        }
        StoredFile stored =
                new StoredFile(file.path(), file.contentType(), Files.size(file.file()), Sha256.of(file.file()));
        store.put(prefix.key(file.path()), file.file(), file.contentType());
        return stored;
    }
}

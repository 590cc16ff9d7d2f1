package io.eventjobs.worker.session.bundle;

import io.eventjobs.artifact.ArtifactObjects;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.StoredFile;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Stores files under the prefix of an execution, several at a time. */
public final class BundleUpload {
    /** Most files are small, so that an upload is waiting for the store rather than sending. */
    private static final int MAX_CONCURRENT = 4;

    private final ArtifactObjects store;
    private final ExecutionPrefix prefix;

    public BundleUpload(ArtifactObjects store, ExecutionPrefix prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    /**
     * Stores all files; returns when no upload is under way any more, however it ends.
     *
     * @param progress is told how many are stored
     * @return their descriptions, in the same order
     * @throws ArtifactStoreException if one of them cannot be stored; then the others are given up
     */
    public List<StoredFile> store(List<MeasuredFile> files, IntConsumer progress) throws InterruptedException {
        ExecutorService threads = Context.taskWrapping(Executors.newFixedThreadPool(
                MAX_CONCURRENT, Thread.ofVirtual().name("upload-", 0).factory()));
        try {
            List<Future<StoredFile>> uploads = new ArrayList<>();
            files.forEach(file -> uploads.add(threads.submit(() -> store(file))));
            List<StoredFile> stored = new ArrayList<>();
            for (Future<StoredFile> upload : uploads) {
                stored.add(awaited(upload));
                progress.accept(stored.size());
            }
            return stored;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private StoredFile store(MeasuredFile file) {
        StoredFile stored = file.stored();
        store.put(prefix.key(stored.path()), file.file().file(), stored.contentType());
        return stored;
    }

    private static StoredFile awaited(Future<StoredFile> upload) throws InterruptedException {
        // A future that is done does not look.
        if (Thread.interrupted()) {
            throw new InterruptedException("while storing files");
        }
        try {
            return upload.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ArtifactStoreException fault) {
                throw fault;
            }
            throw new IllegalStateException("a file could not be stored", e.getCause());
        }
    }
}

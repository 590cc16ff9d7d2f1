package io.eventjobs.worker.store;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.IncompleteUpload;
import io.eventjobs.artifact.ListedObject;
import io.eventjobs.artifact.MinioArtifactStore;
import io.eventjobs.artifact.ObjectMetadata;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Counts the stored bytes; delegates everything to another store. Thread-safe. */
final class MeteredArtifactStore implements ArtifactStore, AutoCloseable {
    private final ArtifactStore store;
    private final Counter bytes;

    MeteredArtifactStore(ArtifactStore store, Counter bytes) {
        this.store = store;
        this.bytes = bytes;
    }

    @Override
    public void put(String key, Path file, String contentType) {
        store.put(key, file, contentType);
        bytes.increment(size(file));
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        store.put(key, content, contentType);
        bytes.increment(content.length);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        boolean stored = store.putIfAbsent(key, content, contentType);
        if (stored) {
            bytes.increment(content.length);
        }
        return stored;
    }

    @Override
    public Optional<ObjectMetadata> find(String key) {
        return store.find(key);
    }

    @Override
    public InputStream open(String key) {
        return store.open(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return store.open(key, offset, length);
    }

    @Override
    public List<ListedObject> listObjects(String prefix, String startAfter, int limit) {
        return store.listObjects(prefix, startAfter, limit);
    }

    @Override
    public void delete(List<String> keys) {
        store.delete(keys);
    }

    @Override
    public void prepare() {
        store.prepare();
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(int limit) {
        return store.incompleteUploads(limit);
    }

    @Override
    public void abort(IncompleteUpload upload) {
        store.abort(upload);
    }

    @Override
    public void close() {
        if (store instanceof MinioArtifactStore minio) {
            minio.close();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

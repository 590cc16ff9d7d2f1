package io.eventjobs.artifact;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Forwards every call to another store; a decorator overrides what it changes. As thread-safe as that store and the overriding
 * methods are.
 */
public abstract class ForwardingArtifactStore implements ArtifactStore {
    private final ArtifactStore store;

    protected ForwardingArtifactStore(ArtifactStore store) {
        this.store = store;
    }

    /** Returns the other store; called once for each forwarded call. */
    protected ArtifactStore delegate() {
        return store;
    }

    @Override
    public void prepare() {
        delegate().prepare();
    }

    @Override
    public void put(String key, Path file, String contentType) {
        delegate().put(key, file, contentType);
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        delegate().put(key, content, contentType);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        return delegate().putIfAbsent(key, content, contentType);
    }

    @Override
    public Optional<ObjectMetadata> find(String key) {
        return delegate().find(key);
    }

    @Override
    public InputStream open(String key) {
        return delegate().open(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return delegate().open(key, offset, length);
    }

    @Override
    public List<ListedObject> listObjects(String prefix, String startAfter, int limit) {
        return delegate().listObjects(prefix, startAfter, limit);
    }

    @Override
    public void delete(List<String> keys) {
        delegate().delete(keys);
    }

    @Override
    public List<IncompleteUpload> incompleteUploads(int limit) {
        return delegate().incompleteUploads(limit);
    }

    @Override
    public void abort(IncompleteUpload upload) {
        delegate().abort(upload);
    }

    @Override
    public void close() {
        store.close();
    }
}

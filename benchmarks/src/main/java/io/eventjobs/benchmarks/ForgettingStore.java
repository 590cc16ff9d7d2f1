package io.eventjobs.benchmarks;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.IncompleteUpload;
import io.eventjobs.artifact.ListedObject;
import io.eventjobs.artifact.ObjectMetadata;
import io.eventjobs.artifact.ObjectMissingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A store that reads and counts what it is given and discards it, so that there are no waits, no growth and no checkpoints. */
final class ForgettingStore implements ArtifactStore {
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    long calls() {
        return calls.get();
    }

    long bytes() {
        return bytes.get();
    }

    @Override
    public void prepare() {}

    @Override
    public void put(String key, Path file, String contentType) {
        calls.incrementAndGet();
        try {
            bytes.addAndGet(Files.copy(file, OutputStream.nullOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        calls.incrementAndGet();
        bytes.addAndGet(content.length);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        put(key, content, contentType);
        return true;
    }

    @Override
    public Optional<ObjectMetadata> find(String key) {
        calls.incrementAndGet();
        return Optional.empty();
    }

    @Override
    public InputStream open(String key) {
        calls.incrementAndGet();
        throw new ObjectMissingException(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return open(key);
    }

    @Override
    public List<ListedObject> listObjects(String prefix, String startAfter, int limit) {
        return List.of();
    }

    @Override
    public void delete(List<String> keys) {}

    @Override
    public List<IncompleteUpload> incompleteUploads(int limit) {
        return List.of();
    }

    @Override
    public void abort(IncompleteUpload upload) {}
}

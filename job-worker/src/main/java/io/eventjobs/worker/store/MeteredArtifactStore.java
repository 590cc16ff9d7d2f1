package io.eventjobs.worker.store;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ForwardingArtifactStore;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Counts the bytes that are stored. Thread-safe. */
final class MeteredArtifactStore extends ForwardingArtifactStore {
    private final Counter bytes;

    MeteredArtifactStore(ArtifactStore store, Counter bytes) {
        super(store);
        this.bytes = bytes;
    }

    @Override
    public void put(String key, Path file, String contentType) {
        super.put(key, file, contentType);
        bytes.increment(size(file));
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        super.put(key, content, contentType);
        bytes.increment(content.length);
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        boolean stored = super.putIfAbsent(key, content, contentType);
        if (stored) {
            bytes.increment(content.length);
        }
        return stored;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

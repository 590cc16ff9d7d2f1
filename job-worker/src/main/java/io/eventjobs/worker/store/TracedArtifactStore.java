package io.eventjobs.worker.store;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ForwardingArtifactStore;
import io.eventjobs.artifact.ObjectMetadata;
import io.eventjobs.worker.trace.CallSpan;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Records a span for each call that an execution makes. Thread-safe. */
final class TracedArtifactStore extends ForwardingArtifactStore {
    private static final String SERVER = "object-store";

    TracedArtifactStore(ArtifactStore store) {
        super(store);
    }

    @Override
    public void put(String key, Path file, String contentType) {
        traced("store put", () -> {
            super.put(key, file, contentType);
            return true;
        });
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        traced("store put", () -> {
            super.put(key, content, contentType);
            return true;
        });
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content, String contentType) {
        return traced("store put", () -> super.putIfAbsent(key, content, contentType));
    }

    @Override
    public Optional<ObjectMetadata> find(String key) {
        return traced("store find", () -> super.find(key));
    }

    @Override
    public InputStream open(String key) {
        return traced("store get", () -> super.open(key));
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return traced("store get", () -> super.open(key, offset, length));
    }

    private static <T> T traced(String name, Supplier<T> call) {
        try (CallSpan span = CallSpan.start(name, SERVER)) {
            T result = call.get();
            span.succeeded();
            return result;
        }
    }
}

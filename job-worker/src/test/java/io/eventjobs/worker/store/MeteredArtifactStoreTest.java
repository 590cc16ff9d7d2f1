package io.eventjobs.worker.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeteredArtifactStoreTest {
    @TempDir
    Path folder;

    private final Counter bytes = new SimpleMeterRegistry().counter("bytes");
    private final MeteredArtifactStore store = new MeteredArtifactStore(new InMemoryArtifactStore(), bytes);

    @Test
    void countsEveryStoredByte() throws Exception {
        store.put("a", "12345".getBytes(StandardCharsets.UTF_8), "text/plain");
        store.put("b", Files.writeString(folder.resolve("b"), "123"), "text/plain");

        assertThat(bytes.count()).isEqualTo(8);
        assertThat(store.find("b")).isPresent();
    }

    @Test
    void doesNotCountObjectsThatExisted() {
        store.putIfAbsent("a", new byte[5], "text/plain");
        store.putIfAbsent("a", new byte[7], "text/plain");

        assertThat(bytes.count()).isEqualTo(5);
    }
}

package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** All operations of a store, with an example of each. */
enum StoreOperation {
    PUT_BYTES(store -> store.put("a/b", new byte[10], "text/plain")),
    PUT_FILE(store -> putFile(store, 10)),
    PUT_LARGE_FILE(store -> putFile(store, 11 << 20)),
    PUT_IF_ABSENT(store -> store.putIfAbsent("a/b", new byte[10], "text/plain")),
    FIND(store -> store.find("a/b")),
    OPEN(store -> closed(store.open("a/b"))),
    OPEN_RANGE(store -> closed(store.open("a/b", 0, 1))),
    LIST(store -> store.list("a", "", 10)),
    DELETE(store -> store.delete(List.of("a/b")));

    private final Consumer<ArtifactStore> example;

    StoreOperation(Consumer<ArtifactStore> example) {
        this.example = example;
    }

    void on(ArtifactStore store) {
        example.accept(store);
    }

    /** The whole store is at fault, so the error says nothing about the object. */
    void failsOn(ArtifactStore store) {
        assertThatExceptionOfType(ArtifactStoreException.class)
                .as(name())
                .isThrownBy(() -> on(store))
                .isNotInstanceOf(ObjectMissingException.class);
    }

    private static void putFile(ArtifactStore store, int size) {
        try {
            Path file = Files.createTempFile("store-call", ".bin");
            try {
                Files.write(file, new byte[size]);
                store.put("a/c", file, "text/plain");
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closed(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

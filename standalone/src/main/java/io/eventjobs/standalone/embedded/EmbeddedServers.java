package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything beside our own programs that the system needs, in this process. Started together, stopped together. */
public final class EmbeddedServers implements AutoCloseable {
    /** The keys of the S3 server unless others are given: it listens on loopback only. */
    public static final String DEFAULT_KEY = "event-jobs";

    private final Path folder;
    private final boolean ephemeral;
    private final FolderLock lock;
    private final EmbeddedKafka kafka;
    private final EmbeddedMongo mongo;
    private final EmbeddedObjectStore objects;

    private EmbeddedServers(Path folder, boolean ephemeral, FolderLock lock, Started started) {
        this.folder = folder;
        this.ephemeral = ephemeral;
        this.lock = lock;
        this.kafka = started.kafka();
        this.mongo = started.mongo();
        this.objects = started.objects();
    }

    /** Starts with a folder that is kept: {@code kafka}, {@code mongodb}, {@code objects} below it. One process at a time. */
    public static EmbeddedServers inFolder(Path folder, Ports ports) {
        return start(folder.toAbsolutePath(), false, ports);
    }

    /** Starts with nothing and keeps nothing. */
    public static EmbeddedServers ephemeral(Ports ports) {
        try {
            return start(Files.createTempDirectory("event-jobs-"), true, ports);
        } catch (IOException e) {
            throw new EmbeddedServerException("no temporary folder", e);
        }
    }

    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String mongoUri() {
        return mongo.uri();
    }

    public String objectStoreEndpoint() {
        return objects.endpoint().toString();
    }

    @Override
    public void close() {
        kafka.close();
        objects.close();
        mongo.close();
        lock.close();
        if (ephemeral) {
            deleteFolder();
        }
    }

    private static EmbeddedServers start(Path folder, boolean ephemeral, Ports ports) {
        FolderLock lock = FolderLock.on(folder);
        CompletableFuture<EmbeddedKafka> kafka =
                beginning(() -> EmbeddedKafka.start(folder.resolve("kafka"), ports.kafka()));
        CompletableFuture<EmbeddedObjectStore> objects = beginning(
                () -> EmbeddedObjectStore.start(folder.resolve("objects"), ports.objects(), DEFAULT_KEY, DEFAULT_KEY));
        CompletableFuture<EmbeddedMongo> mongo = beginning(() -> ephemeral
                ? EmbeddedMongo.inMemory(ports.mongo())
                : EmbeddedMongo.inFolder(folder.resolve("mongodb"), ports.mongo()));
        try {
            return new EmbeddedServers(
                    folder, ephemeral, lock, new Started(kafka.join(), mongo.join(), objects.join()));
        } catch (CompletionException e) {
            lock.close();
            throw e.getCause() instanceof EmbeddedServerException known
                    ? known
                    : new EmbeddedServerException("The embedded servers could not start", e);
        }
    }

    private static <T> CompletableFuture<T> beginning(Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform().name("embedded-start").start(() -> {
            try {
                started.complete(start.get());
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedServers::delete);
        } catch (IOException | UncheckedIOException e) {
            // A file that is left in the temporary folder harms nobody.
            return;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to listen; 0 for any free port. */
    public record Ports(int kafka, int mongo, int objects) {
        public static final Ports ANY = new Ports(0, 0, 0);
    }

    private record Started(EmbeddedKafka kafka, EmbeddedMongo mongo, EmbeddedObjectStore objects) {}

    /** Two processes in one folder would destroy it. The lock goes with the process, however it ends. */
    private record FolderLock(FileChannel channel, @Nullable FileLock held) implements AutoCloseable {
        static FolderLock on(Path folder) {
            try {
                Files.createDirectories(folder);
                FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock();
                if (held == null) {
                    channel.close();
                    throw new EmbeddedServerException(
                            "Another process uses the data folder " + folder, new IOException("locked"));
                }
                return new FolderLock(channel, held);
            } catch (IOException e) {
                throw new EmbeddedServerException(
                        "The data folder " + folder + " cannot be used: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything beside our own programs that the system needs, in this process, on loopback. Started together, stopped
 * together. Prints nothing.
 */
public final class EmbeddedServers implements AutoCloseable {
    /** Made before the threads that start the servers: SLF4J would complain of being asked by three at once. */
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    private final Addresses addresses;
    private final List<AutoCloseable> inClosingOrder;

    private EmbeddedServers(Addresses addresses, List<AutoCloseable> inClosingOrder) {
        this.addresses = addresses;
        this.inClosingOrder = inClosingOrder;
    }

    /**
     * Starts with a folder that is kept: {@code kafka}, {@code mongodb}, {@code objects} below it. What was acknowledged to a
     * client is there again at the next start, also after the process was killed.
     *
     * @throws EmbeddedServerException with a sentence for a person: the folder is in use or cannot be written, a port is
     *     taken
     */
    public static EmbeddedServers inFolder(Path folder, Ports ports) {
        return inFolder(folder, new Setup(ports, Keys.generated(), EmbeddedKafka::start));
    }

    /** As {@link #inFolder(Path, Ports)}, in more detail. */
    public static EmbeddedServers inFolder(Path folder, Setup setup) {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.on(absolute);
        return start(
                absolute,
                lock,
                () -> EmbeddedMongo.inFolder(
                        absolute.resolve("mongodb"), setup.ports().mongodb()),
                setup);
    }

    /** Starts with nothing and keeps nothing. */
    public static EmbeddedServers ephemeral(Ports ports) {
        return ephemeral(new Setup(ports, Keys.generated(), EmbeddedKafka::start));
    }

    /** As {@link #ephemeral(Ports)}, in more detail. */
    public static EmbeddedServers ephemeral(Setup setup) {
        Path folder = temporaryFolder();
        return start(
                folder,
                () -> delete(folder),
                () -> EmbeddedMongo.inMemory(setup.ports().mongodb()),
                setup);
    }

    public Addresses addresses() {
        return addresses;
    }

    /** Stops all of them, even if one does not stop cleanly; that is then thrown at the end. */
    @Override
    public void close() {
        close(inClosingOrder);
    }

    private static EmbeddedServers start(
            Path folder, AutoCloseable last, Supplier<EmbeddedMongo> mongodbStart, Setup setup) {
        Keys keys = setup.keys();
        CompletableFuture<Brokers> kafka = beginning("kafka", () -> setup.brokers()
                .start(folder.resolve("kafka"), setup.ports().kafka()));
        CompletableFuture<EmbeddedMongo> mongodb = beginning("mongodb", mongodbStart);
        CompletableFuture<EmbeddedObjectStore> objects = beginning(
                "objects",
                () -> EmbeddedObjectStore.start(
                        folder.resolve("objects"), setup.ports().objects(), keys.accessKey(), keys.secretKey()));
        try {
            Addresses addresses = new Addresses(
                    kafka.join().bootstrapServers(),
                    mongodb.join().uri(),
                    objects.join().endpoint(),
                    keys.accessKey(),
                    keys.secretKey());
            LOG.atDebug().addKeyValue("folder", folder).log("Embedded servers started");
            return new EmbeddedServers(addresses, List.of(kafka.join(), objects.join(), mongodb.join(), last));
        } catch (CompletionException e) {
            close(Stream.of(Stream.of(kafka, objects, mongodb).flatMap(EmbeddedServers::ifStarted), Stream.of(last))
                    .<AutoCloseable>flatMap(all -> all)
                    .toList());
            throw e.getCause() instanceof EmbeddedServerException known
                    ? known
                    : new EmbeddedServerException("The embedded servers could not start", e);
        }
    }

    private static <T> CompletableFuture<T> beginning(String name, Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform().name("start-" + name).start(() -> {
            try {
                started.complete(start.get());
            } catch (RuntimeException | Error e) {
                started.completeExceptionally(e);
            }
        });
        return started;
    }

    /** Waits for its end; a start that is under way cannot be called back. */
    private static Stream<AutoCloseable> ifStarted(CompletableFuture<? extends AutoCloseable> start) {
        return start.handle((server, failure) ->
                        failure == null ? Stream.<AutoCloseable>of(server) : Stream.<AutoCloseable>empty())
                .join();
    }

    private static void close(List<AutoCloseable> servers) {
        EmbeddedServerException failure = null;
        for (AutoCloseable server : servers) {
            try {
                server.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new EmbeddedServerException("An embedded server did not stop cleanly", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("event-jobs-").toAbsolutePath();
        } catch (IOException e) {
            throw new EmbeddedServerException("There is no temporary folder", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where to listen; 0 for any free port. */
    public record Ports(int kafka, int mongodb, int objects) {
        public static final Ports ANY = new Ports(0, 0, 0);
    }

    /** Kafka, of one process or several. */
    public interface Brokers extends AutoCloseable {
        /** Hosts and ports for clients, with commas between them. */
        String bootstrapServers();

        @Override
        void close();

        /** Starts them in a folder, the first of them on a port, 0 for any. */
        @FunctionalInterface
        interface Start {
            Brokers start(Path folder, int port);
        }
    }

    /** What callers of the S3 server must show. */
    public record Keys(String accessKey, String secretKey) {
        /** New ones that nobody can guess. */
        public static Keys generated() {
            return new Keys("event-jobs", UUID.randomUUID().toString());
        }
    }

    /** How they start. */
    public record Setup(Ports ports, Keys keys, Brokers.Start brokers) {}

    /**
     * Where the servers are.
     *
     * @param kafkaBootstrapServers hosts and ports, with commas between them
     * @param mongodbUri connection string with a database name
     * @param objectStoreEndpoint of the S3 server
     * @param accessKey of the S3 server
     * @param secretKey of the S3 server
     */
    public record Addresses(
            String kafkaBootstrapServers,
            String mongodbUri,
            URI objectStoreEndpoint,
            String accessKey,
            String secretKey) {}
}

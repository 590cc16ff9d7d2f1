package io.eventjobs.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services that gateways and workers need, in this process, on loopback: Kafka, a MongoDB-compatible server and an S3
 * server. They are started and stopped together. Prints nothing.
 */
public final class EmbeddedServers implements AutoCloseable {
    /** Created before the threads that start the servers: SLF4J warns if several threads initialize it at once. */
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

    private final ServerAddresses addresses;
    private final List<AutoCloseable> inClosingOrder;
    private final @Nullable Path kafkaClientFile;

    private EmbeddedServers(
            ServerAddresses addresses, List<AutoCloseable> inClosingOrder, @Nullable Path kafkaClientFile) {
        this.addresses = addresses;
        this.inClosingOrder = inClosingOrder;
        this.kafkaClientFile = kafkaClientFile;
    }

    /** As {@link #inFolder(Path, ServerPorts, Durability)}; what was acknowledged may be lost with the machine. */
    public static EmbeddedServers inFolder(Path folder, ServerPorts ports) {
        return inFolder(folder, ports, Durability.PAGE_CACHE);
    }

    /**
     * As {@link #inFolder(Path, ServerPorts, S3Keys, Brokers.Launcher, Durability)}, with one broker and new credentials of each server,
     * which only this process has, but those of Kafka, which are also in {@link #kafkaClientFile}.
     */
    public static EmbeddedServers inFolder(Path folder, ServerPorts ports, Durability durability) {
        Path absolute = folder.toAbsolutePath().normalize();
        return start(
                        absolute,
                        FolderLock.on(absolute),
                        () -> EmbeddedMongo.inFolder(
                                absolute.resolve("mongodb"), ports.mongodb(), durability, MongoCredentials.generated()),
                        ports,
                        S3Keys.generated(),
                        (kafka, port) -> EmbeddedKafka.start(kafka, port, durability, KafkaCredentials.generated()))
                .withKafkaClientFile(absolute);
    }

    /**
     * Starts the servers with a persistent folder; their data is in {@code kafka}, {@code mongodb} and {@code objects} below it.
     * What was acknowledged to a client survives the death of the process.
     *
     * @param durability of the MongoDB-compatible server; that of the brokers is up to their launcher, and files in the S3 server
     *     are never synchronized
     * @throws EmbeddedServerException with a sentence for the user, e.g. if the folder is in use or a port is taken
     */
    public static EmbeddedServers inFolder(
            Path folder, ServerPorts ports, S3Keys keys, Brokers.Launcher brokers, Durability durability) {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock lock = FolderLock.on(absolute);
        Supplier<EmbeddedMongo> mongodb =
                () -> EmbeddedMongo.inFolder(absolute.resolve("mongodb"), ports.mongodb(), durability);
        return start(absolute, lock, mongodb, ports, keys, brokers);
    }

    /**
     * As {@link #ephemeral(ServerPorts, S3Keys, Brokers.Launcher)}, with one broker and new credentials of each server,
     * which only this process has, but those of Kafka, which are also in {@link #kafkaClientFile}.
     */
    public static EmbeddedServers ephemeral(ServerPorts ports) {
        Path folder = temporaryFolder();
        return start(
                        folder,
                        () -> delete(folder),
                        () -> EmbeddedMongo.inMemory(ports.mongodb(), MongoCredentials.generated()),
                        ports,
                        S3Keys.generated(),
                        (kafka, port) ->
                                EmbeddedKafka.start(kafka, port, Durability.PAGE_CACHE, KafkaCredentials.generated()))
                .withKafkaClientFile(folder);
    }

    /** Starts empty servers, whose data is deleted when they are closed. */
    public static EmbeddedServers ephemeral(ServerPorts ports, S3Keys keys, Brokers.Launcher brokers) {
        Path folder = temporaryFolder();
        return start(folder, () -> delete(folder), () -> EmbeddedMongo.inMemory(ports.mongodb()), ports, keys, brokers);
    }

    public ServerAddresses addresses() {
        return addresses;
    }

    /** The settings of a client of Kafka, credentials included, in a file for the owner only; empty if none are asked for. */
    public Optional<Path> kafkaClientFile() {
        return Optional.ofNullable(kafkaClientFile);
    }

    /** Stops all servers, even if one of them does not stop cleanly; then throws {@link EmbeddedServerException}. */
    @Override
    public void close() {
        close(inClosingOrder);
    }

    private static EmbeddedServers start(
            Path folder,
            AutoCloseable last,
            Supplier<EmbeddedMongo> mongodbLauncher,
            ServerPorts ports,
            S3Keys keys,
            Brokers.Launcher brokers) {
        CompletableFuture<Brokers> kafka =
                startAsync("kafka", () -> brokers.start(folder.resolve("kafka"), ports.kafka()));
        CompletableFuture<EmbeddedMongo> mongodb = startAsync("mongodb", mongodbLauncher);
        CompletableFuture<EmbeddedObjectStore> objects = startAsync(
                "objects",
                () -> EmbeddedObjectStore.start(
                        folder.resolve("objects"), ports.s3(), keys.accessKey(), keys.secretKey()));
        try {
            ServerAddresses addresses = new ServerAddresses(
                    kafka.join().bootstrapServers(),
                    kafka.join().security(),
                    mongodb.join().uri(),
                    objects.join().endpoint(),
                    keys);
            LOG.atDebug().addKeyValue(LogKeys.FOLDER, folder).log("Embedded servers started");
            return new EmbeddedServers(addresses, List.of(kafka.join(), objects.join(), mongodb.join(), last), null);
        } catch (CompletionException e) {
            List<AutoCloseable> started = new ArrayList<>();
            Stream.of(kafka, objects, mongodb)
                    .flatMap(EmbeddedServers::ifStarted)
                    .forEach(started::add);
            started.add(last);
            close(started);
            throw e.getCause() instanceof EmbeddedServerException known
                    ? known
                    : new EmbeddedServerException("The embedded servers could not start", e);
        }
    }

    private EmbeddedServers withKafkaClientFile(Path folder) {
        Map<String, String> settings = new HashMap<>(addresses.kafkaSecurity());
        settings.put("bootstrap.servers", addresses.kafkaBootstrapServers());
        try {
            return new EmbeddedServers(addresses, inClosingOrder, KafkaClientFile.write(folder, settings));
        } catch (EmbeddedServerException e) {
            close();
            throw e;
        }
    }

    private static <T> CompletableFuture<T> startAsync(String name, Supplier<T> start) {
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

    /** Waits until a start has ended, since it cannot be cancelled. */
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
            throw new EmbeddedServerException("No temporary folder could be created", e);
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
}

package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A server with MongoDB's wire protocol, in this process, on loopback: in memory, or with a file to which each write command is
 * committed before the response is sent. What was acknowledged survives the death of the process, and with {@link Durability#DISK}
 * of the machine.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CACHE_MIB = 256;
    /** A write occupies a thread until it is committed; so many writes can share a commit. */
    private static final int CONNECTION_THREADS = 32;
    /** Small, since each write copies the leaf of the tree that it changes. */
    private static final int LEAF_BYTES = 8_192;

    private final MongoServer server;
    private final String uri;
    private final @Nullable Compaction compaction;

    private EmbeddedMongo(MongoServer server, String uri, @Nullable Compaction compaction) {
        this.server = server;
        this.uri = uri;
        this.compaction = compaction;
    }

    /** Starts without a file, for everybody who reaches it: {@link #close()} discards the data. */
    public static EmbeddedMongo inMemory(int port) {
        return inMemory(port, null);
    }

    /** Starts without a file. */
    static EmbeddedMongo inMemory(int port, @Nullable MongoCredentials credentials) {
        return start(new InMemoryBackend(), port, null, credentials);
    }

    /** As {@link #inFolder(Path, int, Durability)}; what was acknowledged may be lost with the machine. */
    public static EmbeddedMongo inFolder(Path folder, int port) {
        return inFolder(folder, port, Durability.PAGE_CACHE);
    }

    /**
     * Starts with a file in a folder, for everybody who reaches it.
     *
     * @param folder for the data; created if missing
     * @param port port to listen on, 0 for any free port
     */
    public static EmbeddedMongo inFolder(Path folder, int port, Durability durability) {
        return inFolder(folder, port, durability, null);
    }

    /** @param credentials that the server asks for, if not null */
    static EmbeddedMongo inFolder(
            Path folder, int port, Durability durability, @Nullable MongoCredentials credentials) {
        try {
            Files.createDirectories(folder);
            MVStore store = open(folder.resolve("mongodb.mv"));
            GroupCommit commits = new GroupCommit(store, durability);
            return start(new DurableBackend(store, commits), port, new Compaction(store, commits), credentials);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "Could not create the folder of the MongoDB-compatible server: " + folder, e);
        } catch (MVStoreException e) {
            throw new EmbeddedServerException(
                    "Could not open the file of the MongoDB-compatible server in " + folder, e);
        }
    }

    /** Connection string with a database name, and with the credentials if there are some. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        stop(server, compaction);
    }

    private static MVStore open(Path file) {
        // Only commands commit: neither a timer nor a full buffer may commit a part of one.
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MIB)
                .pageSplitSize(LEAF_BYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setVersionsToKeep(0);
        return store;
    }

    private static EmbeddedMongo start(
            MongoBackend backend, int port, @Nullable Compaction compaction, @Nullable MongoCredentials credentials) {
        MongoServer server = new MongoServer(
                credentials == null ? backend : new AuthenticatingBackend(backend, new ScramServer(credentials)));
        try {
            server.bind(new InetSocketAddress(LOOPBACK, port), 1, CONNECTION_THREADS);
        } catch (Exception e) {
            // Netty throws undeclared checked exceptions, too; the file must be closed in any case.
            stop(server, compaction);
            throw new EmbeddedServerException("The MongoDB-compatible server could not listen on port " + port, e);
        }
        int bound = server.getLocalAddress().getPort();
        String address = LOOPBACK + ":" + bound + "/event-jobs";
        String uri = credentials == null
                ? "mongodb://" + address
                : "mongodb://" + credentials.userInfo() + address + "?authSource=admin&authMechanism=SCRAM-SHA-256";
        return new EmbeddedMongo(server, uri, compaction);
    }

    private static void stop(MongoServer server, @Nullable Compaction compaction) {
        if (compaction != null) {
            compaction.stop();
        }
        server.shutdownNow();
    }
}

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
 * A server that speaks MongoDB's wire protocol, in this process, on loopback: in memory, or in one file to which every write
 * command is committed before it is answered, so that the death of the process loses nothing acknowledged (the death of the
 * machine may: a commit reaches the page cache, not the disk).
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CACHE_MIB = 256;
    /** A write keeps the thread of its connection until it is committed; as many can share a commit. */
    private static final int CONNECTION_THREADS = 32;
    /** Each write copies the leaf of the tree that it changes. */
    private static final int LEAF_BYTES = 8_192;

    private final MongoServer server;
    private final String uri;
    private final @Nullable Compaction compaction;

    private EmbeddedMongo(MongoServer server, String uri, @Nullable Compaction compaction) {
        this.server = server;
        this.uri = uri;
        this.compaction = compaction;
    }

    /** Starts without a file: everything is gone after {@link #close()}. */
    public static EmbeddedMongo inMemory(int port) {
        return start(new InMemoryBackend(), port, null);
    }

    /**
     * Starts with a file in this folder.
     *
     * @param folder made if missing; kept
     * @param port to listen on, 0 for any free one
     */
    public static EmbeddedMongo inFolder(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            MVStore store = open(folder.resolve("mongodb.mv"));
            GroupCommit commits = new GroupCommit(store);
            return start(new DurableBackend(store, commits), port, new Compaction(store, commits));
        } catch (IOException e) {
            throw new EmbeddedServerException("The MongoDB-wire server could not make its folder " + folder, e);
        } catch (MVStoreException e) {
            throw new EmbeddedServerException("The MongoDB-wire server could not open its file in " + folder, e);
        }
    }

    /** Connection string with a database name. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        stop(server, compaction);
    }

    private static MVStore open(Path file) {
        // Only commands commit: neither a timer nor a full buffer may put half a command on disk.
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

    private static EmbeddedMongo start(MongoBackend backend, int port, @Nullable Compaction compaction) {
        MongoServer server = new MongoServer(backend);
        try {
            server.bind(new InetSocketAddress(LOOPBACK, port), 1, CONNECTION_THREADS);
        } catch (Exception e) {
            // Netty throws what it likes, undeclared; the file must not stay open.
            stop(server, compaction);
            throw new EmbeddedServerException("The MongoDB-wire server cannot listen on port " + port, e);
        }
        int bound = server.getLocalAddress().getPort();
        return new EmbeddedMongo(server, "mongodb://" + LOOPBACK + ":" + bound + "/event-jobs", compaction);
    }

    private static void stop(MongoServer server, @Nullable Compaction compaction) {
        if (compaction != null) {
            compaction.stop();
        }
        server.shutdownNow();
    }
}

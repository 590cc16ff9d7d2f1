package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's wire protocol, in this process, on loopback: in memory, or in one file to which every write
 * command is committed before it is answered, so that the death of the process loses nothing acknowledged.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final int CACHE_MIB = 256;
    private static final int TIDY_SECONDS = 20;

    private final MongoServer server;
    private final String uri;
    private final @Nullable Tidying tidying;

    private EmbeddedMongo(MongoServer server, String uri, @Nullable Tidying tidying) {
        this.server = server;
        this.uri = uri;
        this.tidying = tidying;
    }

    /** Starts without a file: everything is gone after {@link #close()}. */
    public static EmbeddedMongo inMemory(int port) {
        return start(new GreetingMemoryBackend(), port, null);
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
        } catch (IOException e) {
            throw new EmbeddedServerException("The MongoDB-wire server could not make its folder " + folder, e);
        }
        MVStore store = new MVStore.Builder()
                .fileName(folder.resolve("mongodb.mv").toString())
                .cacheSize(CACHE_MIB)
                .autoCommitDisabled()
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(TIDY_SECONDS * 500);
        CommitGroup commits = new CommitGroup(store);
        return start(new DurableBackend(store, commits), port, new Tidying(store, commits));
    }

    /** Connection string with a database name. */
    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        if (tidying != null) {
            tidying.stop();
        }
        server.shutdown();
    }

    private static EmbeddedMongo start(MongoBackend backend, int port, @Nullable Tidying tidying) {
        MongoServer server = new MongoServer(backend);
        InetSocketAddress address;
        if (port == 0) {
            address = server.bind();
        } else {
            address = new InetSocketAddress("127.0.0.1", port);
            server.bind(address);
        }
        return new EmbeddedMongo(server, "mongodb://127.0.0.1:" + address.getPort() + "/event-jobs", tidying);
    }

    /** Spring Boot's health check and newer drivers say {@code hello}; the server knows it by its old name. */
    private static String knownAs(String command) {
        return command.equals("hello") ? "isMaster" : command;
    }

    private static final class GreetingMemoryBackend extends MemoryBackend {
        GreetingMemoryBackend() {
            version(ServerVersion.MONGO_5_0);
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            return super.handleCommand(channel, database, knownAs(command), query);
        }
    }

    private static final class DurableBackend extends H2Backend {
        private static final Set<String> READS = Set.of(
                "find",
                "aggregate",
                "count",
                "distinct",
                "getMore",
                "hello",
                "isMaster",
                "ismaster",
                "ping",
                "buildInfo",
                "listCollections",
                "listIndexes",
                "listDatabases",
                "serverStatus",
                "dbStats",
                "collStats",
                "endSessions",
                "killCursors",
                "getLastError",
                "getParameter",
                "whatsmyuri",
                "getLog");

        private final CommitGroup commits;

        DurableBackend(MVStore store, CommitGroup commits) {
            super(store);
            this.commits = commits;
            version(ServerVersion.MONGO_5_0);
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            String command = message.getDocument().keySet().iterator().next();
            return READS.contains(command)
                    ? super.handleMessage(message)
                    : commits.durably(() -> super.handleMessage(message));
        }

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            return super.handleCommand(channel, database, knownAs(command), query);
        }
    }

    /** Gives back the space of overwritten chunks now and then: without it the file only grows. */
    private static final class Tidying {
        private static final int FILL_PERCENT = 60;
        private static final int MOST_BYTES_AT_ONCE = 16 << 20;

        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("mongodb-tidying").daemon(true).factory());

        Tidying(MVStore store, CommitGroup commits) {
            timer.scheduleWithFixedDelay(
                    () -> commits.exclusively(() -> store.compact(FILL_PERCENT, MOST_BYTES_AT_ONCE)),
                    TIDY_SECONDS,
                    TIDY_SECONDS,
                    TimeUnit.SECONDS);
        }

        void stop() {
            timer.shutdownNow();
        }
    }
}

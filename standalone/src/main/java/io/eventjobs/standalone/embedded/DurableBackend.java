package io.eventjobs.standalone.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A backend with all databases in one file. It differs from the server's own file backend in two ways: the response to a command
 * that may write is sent only after a commit that began after the write, and data is stored as BSON, since Java serialization
 * took most of the time of a write.
 */
final class DurableBackend extends H2Backend {
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

    private final GroupCommit commits;

    DurableBackend(MVStore store, GroupCommit commits) {
        super(store);
        this.commits = commits;
        version(ServerVersion.MONGO_5_0);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        return READS.contains(command)
                ? reading(() -> super.handleMessage(message))
                : commits.durably(() -> super.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return super.handleCommand(channel, database, HelloAlias.canonical(command), query);
    }

    /** Keeps the pages of the current version while it is read, although commits and compaction go on. */
    private Document reading(Supplier<Document> read) {
        MVStore.TxCounter version = getMvStore().registerVersionUsage();
        try {
            return read.get();
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name);
    }

    /** An inner class, since the super constructor already opens collections and needs the store. */
    private final class BsonDatabase extends H2Database {
        BsonDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String fullName = getFullCollectionNamespace(name);
            MVMap<Object, Document> documents = getMvStore()
                    .openMap(
                            "databases." + fullName,
                            new MVMap.Builder<Object, Document>()
                                    .keyType(BsonValueType.INSTANCE)
                                    .valueType(BsonDocumentType.INSTANCE));
            MVMap<String, Object> facts = getMvStore().openMap("meta." + fullName);
            return new DurableCollection(this, name, options, documents, facts, getCursorRegistry());
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return new SecondaryIndex<>(name, keys);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            MVMap<KeyValue, Object> positions = getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + name,
                            new MVMap.Builder<KeyValue, Object>()
                                    .keyType(IndexKeyType.INSTANCE)
                                    .valueType(BsonValueType.INSTANCE));
            return new DurableUniqueIndex(positions, name, keys, sparse);
        }
    }
}

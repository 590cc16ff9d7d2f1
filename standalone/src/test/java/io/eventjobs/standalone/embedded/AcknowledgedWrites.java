package io.eventjobs.standalone.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A program that endlessly writes to an embedded MongoDB-compatible server in a folder, and prints a line for each acknowledged write:
 * {@code insert ID}, {@code update ID VERSION}, {@code bulk ID}.
 */
final class AcknowledgedWrites {
    static final int BULK = 100;

    private AcknowledgedWrites() {}

    public static void main(String[] arguments) {
        EmbeddedMongo server = EmbeddedMongo.inFolder(Path.of(arguments[0]), 0);
        MongoClient client = MongoClients.create(server.uri());
        MongoCollection<Document> documents = client.getDatabase("event-jobs").getCollection("documents");
        documents.createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));
        ExecutorService writers = Executors.newCachedThreadPool();
        for (int writer = 0; writer < 3; writer++) {
            String name = UUID.randomUUID().toString();
            writers.execute(() -> insertForEver(documents, name));
            writers.execute(() -> updateForEver(documents, name));
            writers.execute(() -> insertManyForEver(documents, name));
        }
    }

    private static void insertForEver(MongoCollection<Document> documents, String writer) {
        for (int i = 0; ; i++) {
            String id = writer + "-insert-" + i;
            documents.insertOne(new Document("_id", id).append("version", 0L).append("text", "x".repeat(500)));
            System.out.println("insert " + id);
        }
    }

    private static void updateForEver(MongoCollection<Document> documents, String writer) {
        String id = writer + "-update";
        documents.insertOne(new Document("_id", id).append("version", 0L));
        for (long version = 0; ; version++) {
            long modified = documents
                    .updateOne(
                            new Document("_id", id).append("version", version),
                            new Document("$set", new Document("version", version + 1)))
                    .getModifiedCount();
            if (modified != 1) {
                throw new IllegalStateException("version " + version + " of " + id + " is gone");
            }
            System.out.println("update " + id + " " + (version + 1));
        }
    }

    private static void insertManyForEver(MongoCollection<Document> documents, String writer) {
        for (int i = 0; ; i++) {
            String id = writer + "-bulk-" + i;
            List<Document> bulk = IntStream.range(0, BULK)
                    .mapToObj(n -> new Document("_id", id + "-" + n)
                            .append("version", 0L)
                            .append("bulk", id))
                    .toList();
            documents.insertMany(bulk);
            System.out.println("bulk " + id);
        }
    }
}

package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with a file. Behaviour that does not depend on our changes is tested by the server's own project. */
class EmbeddedMongoIT {
    @TempDir
    Path folder;

    private EmbeddedMongo server;
    private MongoClient client;

    @BeforeEach
    void start() {
        server = EmbeddedMongo.inFolder(folder, 0);
        client = MongoClients.create(server.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void answersHelloAsSentBySpringBootsHealthCheck() {
        assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                .containsEntry("ok", 1.0);
    }

    @Test
    void restoresEveryTypeOfValueAfterARestart() {
        Document document = new Document("_id", new ObjectId())
                .append("text", "Žluťoučký kůň 🐎")
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", 1.5)
                .append("decimal", Decimal128.parse("1.10"))
                .append("boolean", true)
                .append("none", null)
                .append("date", new Date(1_700_000_000_123L))
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("list", List.of(1, "two", new Document("three", List.of())))
                .append("nested", new Document("empty", new Document()));
        documents().insertOne(document);

        restart();

        assertThat(documents().find()).containsExactly(document);
    }

    @Test
    void findsDocumentsWithIdsOfAnyType() {
        List<Object> ids = List.of("text", 7, 1L << 40, 2.5, new ObjectId(), true, new Date(1), new Document("a", 1));
        ids.forEach(id -> documents().insertOne(new Document("_id", id)));

        restart();

        assertThat(ids).allSatisfy(id -> assertThat(documents().find(new Document("_id", id)))
                .hasSize(1));
        assertThat(documents().find(new Document("_id", 7L))).as("7 is 7").hasSize(1);
    }

    @Test
    void enforcesAUniqueIndexAfterARestart() {
        documents().createIndex(new Document("tenant", 1).append("name", 1), new IndexOptions().unique(true));
        documents().insertOne(new Document("_id", 1).append("tenant", "a").append("name", "x"));

        restart();

        documents().insertOne(new Document("_id", 2).append("tenant", "b").append("name", "x"));
        assertThatThrownBy(() -> documents()
                        .insertOne(new Document("_id", 3).append("tenant", "a").append("name", "x")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("11000");
    }

    @Test
    void letsExactlyOneOfManyUpdatesWin() throws Exception {
        documents()
                .insertMany(IntStream.range(0, 100)
                        .mapToObj(i -> new Document("_id", i).append("version", 1))
                        .toList());
        documents().createIndex(new Document("_id", 1).append("version", 1), new IndexOptions().unique(true));

        assertThat(together(8, () -> IntStream.range(0, 100)
                        .filter(id -> documents()
                                        .findOneAndUpdate(
                                                new Document("_id", id).append("version", 1),
                                                new Document("$inc", new Document("version", 1)),
                                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                                != null)
                        .count()))
                .isEqualTo(100);
    }

    @Test
    void readsOnWhileOthersWriteAndTheFileIsTidied() throws Exception {
        int count = 500;
        documents()
                .insertMany(IntStream.range(0, count)
                        .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(2_000)))
                        .toList());

        long scanned = together(4, () -> {
            long found = 0;
            for (int round = 0; round < 20; round++) {
                documents().bulkWrite(marks(count, round));
                found += documents().countDocuments(new Document("text", new Document("$exists", true)));
            }
            return found;
        });

        assertThat(scanned).isEqualTo(4L * 20 * count);
    }

    @Test
    void stopsGrowingWhenTheLiveDataDoesNotGrow() {
        int count = 2_000;
        documents()
                .insertMany(IntStream.range(0, count)
                        .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(1_000)))
                        .toList());

        await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO).until(() -> {
            long before = Files.size(file());
            for (int round = 0; round < 10; round++) {
                documents().bulkWrite(marks(count, round));
                documents().updateOne(new Document("_id", round), new Document("$set", new Document("alone", round)));
            }
            return Files.size(file()) <= before;
        });
    }

    @Test
    void forgetsEverythingWhenInMemory() {
        try (EmbeddedMongo first = EmbeddedMongo.inMemory(0);
                MongoClient writer = MongoClients.create(first.uri())) {
            writer.getDatabase("event-jobs").getCollection("documents").insertOne(new Document("_id", 1));
        }
        try (EmbeddedMongo second = EmbeddedMongo.inMemory(0);
                MongoClient reader = MongoClients.create(second.uri())) {
            assertThat(reader.getDatabase("event-jobs")
                            .getCollection("documents")
                            .countDocuments())
                    .isZero();
        }
    }

    private static List<WriteModel<Document>> marks(int count, int round) {
        List<WriteModel<Document>> marks = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            marks.add(
                    new UpdateOneModel<>(new Document("_id", id), new Document("$set", new Document("round", round))));
        }
        return marks;
    }

    private static long together(int threads, Callable<Long> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            long sum = 0;
            for (Future<Long> part : executor.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> work).toList())) {
                sum += part.get();
            }
            return sum;
        }
    }

    private MongoCollection<Document> documents() {
        return client.getDatabase("event-jobs").getCollection("documents");
    }

    private Path file() {
        return folder.resolve("mongodb.mv");
    }

    private void restart() {
        stop();
        start();
    }
}

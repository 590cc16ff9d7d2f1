package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Repeated, since the effect depends on the moment of the kill. */
class EmbeddedMongoKilledIT {
    @TempDir
    Path folder;

    @RepeatedTest(5)
    void keepsAcknowledgedWritesAndNoPartialCommand() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (ChildJvm child = ChildJvm.running(AcknowledgedWrites.class, folder.toString())) {
            acknowledged.addAll(child.lines(300));
            acknowledged.addAll(child.kill());
        }

        try (EmbeddedMongo server = EmbeddedMongo.inFolder(folder, 0);
                MongoClient client = MongoClients.create(server.uri())) {
            MongoCollection<Document> documents =
                    client.getDatabase("event-jobs").getCollection("documents");
            Map<String, Document> found = new HashMap<>();
            documents.find().forEach(document -> found.put(document.getString("_id"), document));

            assertThat(found).containsKeys(of("insert", acknowledged).toArray(String[]::new));
            assertUpdates(found, of("update", acknowledged));
            assertBulksAreWhole(found, of("bulk", acknowledged));
            assertIndexAgrees(documents, found);
        }
    }

    private static void assertUpdates(Map<String, Document> found, List<String> updates) {
        for (String update : updates) {
            String[] idAndVersion = update.split(" ");
            assertThat(found.get(idAndVersion[0]).getLong("version"))
                    .isGreaterThanOrEqualTo(Long.parseLong(idAndVersion[1]));
        }
    }

    private static void assertBulksAreWhole(Map<String, Document> found, List<String> acknowledged) {
        Map<String, Integer> bulks = new HashMap<>();
        found.values().stream()
                .filter(document -> document.containsKey("bulk"))
                .forEach(document -> bulks.merge(document.getString("bulk"), 1, Integer::sum));
        assertThat(bulks).containsKeys(acknowledged.toArray(String[]::new));
        assertThat(bulks.values())
                .as("a command is stored completely or not at all")
                .containsOnly(AcknowledgedWrites.BULK);
    }

    /** The index is a separate tree in the file; a query by it must find the same documents as a scan. */
    private static void assertIndexAgrees(MongoCollection<Document> documents, Map<String, Document> found) {
        found.values().stream().limit(500).forEach(document -> assertThat(documents
                        .find(new Document("_id", document.get("_id")).append("version", document.get("version")))
                        .first())
                .isEqualTo(document));
    }

    private static List<String> of(String kind, List<String> acknowledged) {
        return acknowledged.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An older MongoDB is restored beside a newer object store and Kafka, as docs/operations.md describes it. */
@Tag("faults")
class RestoreIT {
    @TempDir
    Path folder;

    private TestSite site;
    private Cluster cluster;
    private Gateway gateway;

    @BeforeEach
    void start() {
        site = TestSite.start();
        cluster = Cluster.withServices(folder);
        gateway = cluster.gateway("gateway");
        cluster.worker("worker", 4);
        cluster.awaitReady(1);
    }

    @AfterEach
    void stop() {
        site.openGate();
        cluster.close();
        site.close();
    }

    @Test
    void whatTheBackupKnowsIsCompleteAndWhatItDoesNotKnowMustBeSubmittedAgain() {
        String before = gateway.submit("Before", site.address("/before"));
        gateway.awaitFinished(before);
        site.closeGate();
        String during = gateway.submit("During", site.address("/gated/during"));
        gateway.awaitStatus(during, "processing");

        Map<String, List<Document>> backup = backup();

        site.openGate();
        gateway.awaitFinished(during);
        String after = gateway.submit("After", site.address("/after"));
        gateway.awaitFinished(after);

        cluster.terminate("gateway");
        cluster.terminate("worker");
        assertThat(cluster.awaitEnd("gateway")).isTrue();
        assertThat(cluster.awaitEnd("worker")).isTrue();
        restore(backup);
        cluster.set("EVENT_JOBS_SWEEP_GRACE", "30d");
        cluster.start("gateway");
        cluster.start("worker");
        cluster.awaitReady(1);

        assertThat(markdown(gateway.job(before))).contains("# Before");
        JsonNode again = gateway.awaitFinished(during);
        assertThat(again.path("status").asString()).isEqualTo("completed");
        assertThat(again.path("executions").size())
                .as("its lease was lost, it ran again")
                .isEqualTo(2);
        assertThat(markdown(again)).contains("# During");
        assertThat(gateway.get("/api/event-job/jobs/" + after).statusCode()).isEqualTo(404);
        JsonNode submittedAgain = gateway.awaitFinished(gateway.submit("After", site.address("/after")));
        assertThat(markdown(submittedAgain)).contains("# After");
    }

    private String markdown(JsonNode job) {
        return new String(
                gateway.get(job.path("results").path("markdown_url").asString()).body(), StandardCharsets.UTF_8);
    }

    /** All documents by collection, as mongodump reads them. */
    private Map<String, List<Document>> backup() {
        try (MongoClient mongo = mongo()) {
            MongoDatabase records = mongo.getDatabase("event-jobs");
            Map<String, List<Document>> backup = new LinkedHashMap<>();
            for (String collection : records.listCollectionNames()) {
                backup.put(collection, records.getCollection(collection).find().into(new ArrayList<>()));
            }
            return backup;
        }
    }

    /** Indexes are left as they are. */
    private void restore(Map<String, List<Document>> backup) {
        try (MongoClient mongo = mongo()) {
            MongoDatabase records = mongo.getDatabase("event-jobs");
            for (String collection : records.listCollectionNames()) {
                records.getCollection(collection).deleteMany(new Document());
            }
            backup.forEach((collection, documents) -> {
                if (!documents.isEmpty()) {
                    records.getCollection(collection).insertMany(documents);
                }
            });
        }
    }

    private MongoClient mongo() {
        return MongoClients.create(cluster.address("EVENT_JOBS_MONGODB"));
    }
}

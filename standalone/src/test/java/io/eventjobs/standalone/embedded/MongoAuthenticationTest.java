package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the real driver. */
class MongoAuthenticationTest {
    private final MongoCredentials credentials = MongoCredentials.generated();
    private final EmbeddedMongo server = EmbeddedMongo.inMemory(0, credentials);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void servesWhoKnowsThePassword() {
        assertThat(written(server.uri())).isOne();
    }

    @Test
    void servesNobodyWithoutCredentials() {
        String without = server.uri().replace(credentials.userInfo(), "").replaceFirst("\\?.*", "");

        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> written(without))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(13));
    }

    @Test
    void refusesAnotherPassword() {
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> written(server.uri().replace(credentials.password(), "0".repeat(64))));
    }

    @Test
    void refusesAnotherUser() {
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> written(server.uri().replace("//event-jobs:", "//root:")));
    }

    @Test
    void refusesAnotherMechanism() {
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> written(server.uri().replace("SCRAM-SHA-256", "PLAIN")));
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> written(server.uri().replace("SCRAM-SHA-256", "SCRAM-SHA-1")));
    }

    @Test
    void choosesAnotherPasswordEachTime() {
        assertThat(MongoCredentials.generated().password())
                .hasSize(64)
                .isNotEqualTo(MongoCredentials.generated().password());
        assertThat(credentials.toString()).doesNotContain(credentials.password());
    }

    private static long written(String uri) {
        try (MongoClient client =
                MongoClients.create(uri + (uri.contains("?") ? "&" : "?") + "serverSelectionTimeoutMS=5000")) {
            var collection = client.getDatabase("event-jobs").getCollection("any");
            collection.insertOne(new Document("a", 1));
            return collection.countDocuments();
        }
    }
}

package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import io.eventjobs.gateway.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class RecordIndexesTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final ManualTime time = new ManualTime();
    private Records records;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void everyDeclaredIndexIsThere() {
        RecordIndexes.DECLARED.forEach((collection, indexes) -> {
            List<Document> keys = new ArrayList<>();
            records.mongo()
                    .getCollection(collection)
                    .listIndexes()
                    .forEach(index -> keys.add(index.get("key", Document.class)));
            assertThat(keys).as(collection).containsAll(keys(indexes));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "batches", "uploads", "replays"})
    void whatAPostMakesIsUniqueByItsKey(String collection) {
        assertThat(RecordIndexes.DECLARED.get(collection))
                .filteredOn(index ->
                        index.getOptions().isUnique() && index.getOptions().isSparse())
                .extracting(IndexModel::getKeys)
                .containsExactly(new Document("idempotency_key", 1));
    }

    @Test
    void makingThemAgainDoesNoHarm() {
        assertThatCode(() -> new RecordIndexes(records.mongo(), time, TIMEOUT, new MongoRefusals(List::of))
                        .afterPropertiesSet())
                .doesNotThrowAnyException();
    }

    @Test
    void theStartFailsWhenMongoIsSilentForTooLongAndSaysHowLong() {
        MongoTemplate silent = new MongoTemplate(records.mongo().getMongoDatabaseFactory()) {
            @Override
            public MongoCollection<Document> getCollection(String collection) {
                time.pass(TIMEOUT.plusMillis(1));
                throw new MongoTimeoutException("no server");
            }
        };

        assertThatThrownBy(() ->
                        new RecordIndexes(silent, time, TIMEOUT, new MongoRefusals(List::of)).afterPropertiesSet())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("MongoDB did not answer within PT5M")
                .hasRootCauseMessage("no server");
    }

    private static List<Document> keys(List<IndexModel> indexes) {
        return indexes.stream()
                .map(index -> (Document) Objects.requireNonNull(index.getKeys()))
                .toList();
    }
}

package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DurableUniqueIndexTest {
    private final MVStore store = MVStore.open(null);
    private final DurableUniqueIndex ids = index("_id");
    private final FieldIndexes<Object> fields = new FieldIndexes<>(each -> {});

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofIdsServesEveryQueryThatNamesThem() {
        ids.putKeyPosition(key("a"), "a");
        ids.putKeyPosition(key("b"), "b");
        fields.declare(ids);

        assertThat(fields.candidates(new Document("_id", "a").append("version", 7)))
                .hasValue(List.of("a"));
        assertThat(fields.candidates(new Document("_id", new Document("$in", List.of("a", "b", "c")))))
                .hasValueSatisfying(found -> assertThat(found).containsExactlyInAnyOrder("a", "b"));
        assertThat(fields.candidates(new Document("_id", "c"))).hasValue(List.of());
    }

    @Test
    void ofIdsDoesNotServeRangesOfThem() {
        fields.declare(ids);

        assertThat(fields.candidates(new Document("_id", new Document("$gt", "a"))))
                .isEmpty();
        assertThat(fields.candidates(new Document("_id", null))).isEmpty();
        assertThat(fields.candidates(new Document("_id", new Document("$in", Arrays.asList("a", null)))))
                .isEmpty();
    }

    @Test
    void hasEqualKeysForDocumentsWithEqualValues() {
        DurableUniqueIndex keys = index("request.key");
        Document one = new Document("request", new Document("key", 1).append("other", 1));

        assertThat(keys.nullAwareEqualsKeys(one, one.cloneDeeply().append("status", "queued")))
                .isTrue();
        assertThat(keys.nullAwareEqualsKeys(one, new Document("request", new Document("key", 1).append("other", 2))))
                .isTrue();
        assertThat(keys.nullAwareEqualsKeys(one, new Document("request", new Document("key", 2).append("other", 1))))
                .isFalse();
        assertThat(keys.nullAwareEqualsKeys(one, new Document())).isFalse();
    }

    private DurableUniqueIndex index(String field) {
        return new DurableUniqueIndex(
                store.openMap(
                        field,
                        new MVMap.Builder<KeyValue, Object>()
                                .keyType(IndexKeyType.INSTANCE)
                                .valueType(BsonValueType.INSTANCE)),
                field,
                List.of(new IndexKey(field, true)),
                false);
    }

    private static KeyValue key(String id) {
        return new KeyValue(id);
    }
}

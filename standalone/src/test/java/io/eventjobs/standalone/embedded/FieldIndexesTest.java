package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FieldIndexesTest {
    private final Map<String, Document> stored = new TreeMap<>();
    private int passes;
    private final FieldIndexes<String> indexes = new FieldIndexes<>(each -> {
        passes++;
        stored.forEach((position, document) -> each.accept(document, position));
    });

    @Test
    void findDocumentsByValue() {
        declared("batch");
        add("a", new Document("batch", "one"));
        add("b", new Document("batch", "two"));
        add("c", new Document());

        assertThat(candidates(new Document("batch", "one").append("status", "any")))
                .containsExactly("a");
        assertThat(candidates(new Document("batch", "none"))).isEmpty();
    }

    @Test
    void findDocumentsByAnyOfSeveralValues() {
        declared("status");
        add("a", new Document("status", "pending"));
        add("b", new Document("status", "queued"));
        add("c", new Document("status", "failed"));

        assertThat(candidates(new Document("status", in("pending", "failed", "none"))))
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void findDocumentsByAValueInAnArray() {
        declared("uploads", "outbox.id");
        add("a", new Document("uploads", List.of("u1", "u2")));
        add("b", new Document("outbox", List.of(new Document("id", "e1"), new Document("id", "e2"))));
        add("c", new Document("outbox", List.of()));

        assertThat(candidates(new Document("uploads", "u2"))).containsExactly("a");
        assertThat(candidates(new Document("outbox.id", "e2"))).containsExactly("b");
        assertThat(candidates(new Document("outbox.id", new Document("$exists", true))))
                .containsExactly("b");
    }

    @Test
    void findDocumentsThatHaveAFieldAtAllForComparisons() {
        declared("deleted_at", "intent");
        add("a", new Document("deleted_at", Instant.EPOCH));
        add("b", new Document("intent", new Document("kind", "pause")));

        assertThat(candidates(new Document("deleted_at", new Document("$gt", Instant.EPOCH))))
                .containsExactly("a");
        assertThat(candidates(new Document("intent", new Document("$exists", true))))
                .containsExactly("b");
    }

    @Test
    void treatNumbersOfAllTypesAsEqual() {
        declared("index");
        add("a", new Document("index", 7));
        add("b", new Document("index", 7L));

        assertThat(candidates(new Document("index", 7.0))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void leaveToAFullScanWhatTheyCannotAnswer() {
        declared("batch");
        add("a", new Document("batch", "one"));

        assertThat(indexes.candidates(new Document("other", "one"))).isEmpty();
        assertThat(indexes.candidates(new Document("_id", "a").append("batch", "one")))
                .isEmpty();
        assertThat(indexes.candidates(new Document("batch", null))).isEmpty();
        assertThat(indexes.candidates(new Document("batch", new Document("$ne", "two"))))
                .isEmpty();
        assertThat(indexes.candidates(new Document("batch", new Document("$exists", false))))
                .isEmpty();
        assertThat(indexes.candidates(new Document("batch", in("one", null)))).isEmpty();
        assertThat(indexes.candidates(new Document("batch", new Document("$regex", "o.*"))))
                .isEmpty();
    }

    @Test
    void followChangesAndDeletions() {
        declared("status");
        add("a", new Document("status", "pending"));
        assertThat(candidates(new Document("status", "pending"))).containsExactly("a");

        indexes.updated(new Document("status", "pending"), new Document("status", "queued"), "a");
        assertThat(candidates(new Document("status", "pending"))).isEmpty();
        assertThat(candidates(new Document("status", "queued"))).containsExactly("a");

        indexes.removed(new Document("status", "queued"), "a");
        assertThat(candidates(new Document("status", "queued"))).isEmpty();
    }

    @Test
    void areBuiltTogetherInOnePassByTheFirstQuery() {
        add("a", new Document("batch", "one").append("status", "pending"));
        declared("batch", "status");
        assertThat(passes).isZero();

        assertThat(candidates(new Document("batch", "one"))).containsExactly("a");
        assertThat(candidates(new Document("status", "pending"))).containsExactly("a");
        assertThat(passes).isEqualTo(1);
    }

    @Test
    void doNotIndexWhatNearlyAllDocumentsShare() {
        declared("tenant");
        add("a", new Document("tenant", "default"));

        assertThat(indexes.candidates(new Document("tenant", "default"))).isEmpty();
    }

    private void declared(String... fields) {
        List.of(fields).forEach(indexes::declare);
    }

    private void add(String position, Document document) {
        stored.put(position, document);
        indexes.added(document, position);
    }

    private static Document in(Object... values) {
        return new Document("$in", Arrays.asList(values));
    }

    private List<String> candidates(Document query) {
        Optional<List<String>> found = indexes.candidates(query);
        assertThat(found).isPresent();
        return found.orElseThrow();
    }
}

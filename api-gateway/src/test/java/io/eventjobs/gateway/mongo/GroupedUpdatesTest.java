package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.eventjobs.gateway.mongo.GroupedCalls.Call;
import io.eventjobs.gateway.mongo.GroupedUpdates.Update;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;

class GroupedUpdatesTest {
    private static final String ROWS = "rows";

    private Records records;
    private MongoTemplate mongo;
    private GroupedUpdates updates;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        mongo = records.mongo();
        updates = new GroupedUpdates(mongo, ROWS, Runnable::run);
        Stream.of("a", "b", "c").forEach(id -> mongo.getCollection(ROWS)
                .insertOne(new Document("_id", id).append("version", 1L).append("value", "old")));
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void updatesWhatHasTheVersion() {
        assertThat(updates.update("a", 1, change("new"))).isTrue();
        assertThat(updates.update("a", 1, change("late"))).isFalse();
        assertThat(value("a")).isEqualTo("new");
    }

    @Test
    void tellsWhichOfAGroupWereStored() {
        mongo.getCollection(ROWS)
                .updateOne(new Document("_id", "b"), new Document("$set", new Document("version", 2L)));

        assertThat(together(List.of(update("a"), update("b"), update("c"), update("missing"))))
                .containsExactly(true, false, true, false);
        assertThat(value("a")).isEqualTo("new");
        assertThat(value("b")).isEqualTo("old");
    }

    @Test
    void ofTwoUpdatesOfOneVersionInAGroupOneIsStored() {
        Call<Update, Boolean> first = call("a", change("first"));
        Call<Update, Boolean> second = call("a", change("second"));

        List<Boolean> stored = together(List.of(first, second));

        assertThat(stored).containsOnlyOnce(true);
        assertThat(value("a")).isEqualTo(stored.getFirst() ? "first" : "second");
    }

    @Test
    void anUpdateOfAnOlderGroupIsNotTakenForOneOfThisGroup() {
        together(List.of(update("a"), update("b")));

        assertThat(together(List.of(call("a", change("again")), update("c")))).containsExactly(false, true);
        assertThat(value("a")).isEqualTo("new");
    }

    @Test
    void anUpdateThatIsRefusedFailsAloneAndTheOthersAreStored() {
        Document refused = new Document("$set", new Document("version", 2L))
                .append("$push", new Document("value", "a text is no array"));
        Call<Update, Boolean> faulty = call("b", refused);
        Call<Update, Boolean> good = update("a");

        updates.send(List.of(faulty, good));

        assertThat(good.answer().join()).isTrue();
        assertThat(faulty.answer())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingRootCause()
                .isInstanceOf(MongoException.class);
        assertThat(faulty.answer().exceptionNow()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void ofManyAtOnceExactlyOneStoresEachVersion() {
        List<CompletableFuture<Boolean>> answers;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            GroupedUpdates concurrent = new GroupedUpdates(mongo, ROWS, executor);
            answers = IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> concurrent.update(List.of("a", "b", "c").get(i % 3), 1, change("new " + i)),
                            executor))
                    .toList();
        }

        assertThat(answers.stream().filter(CompletableFuture::join)).hasSize(3);
        List<String> winners = IntStream.range(0, 60)
                .filter(i -> answers.get(i).join())
                .mapToObj(i -> "new " + i)
                .toList();
        assertThat(List.of(value("a"), value("b"), value("c"))).containsExactlyInAnyOrderElementsOf(winners);
    }

    private List<Boolean> together(List<Call<Update, Boolean>> calls) {
        updates.send(calls);
        return calls.stream().map(call -> call.answer().join()).toList();
    }

    private static Call<Update, Boolean> update(String id) {
        return call(id, change("new"));
    }

    private static Call<Update, Boolean> call(String id, Document change) {
        return new Call<>(new Update(id, 1, change, new ObjectId()), new CompletableFuture<>());
    }

    private static Document change(String value) {
        return new Document("$set", new Document("version", 2L).append("value", value));
    }

    private Object value(String id) {
        return mongo.getCollection(ROWS).find(new Document("_id", id)).first().get("value");
    }
}

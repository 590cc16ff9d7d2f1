package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.mongo.GroupedCalls.Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class GroupedInsertsTest {
    private Records records;
    private GroupedInserts inserts;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        inserts = new GroupedInserts(records.mongo(), "rows", Runnable::run);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void anExistingKeyIsRefused() {
        inserts.insert(row("a"));

        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> inserts.insert(row("a")));
    }

    @Test
    void inAGroupOnlyTheExistingKeyIsRefused() {
        inserts.insert(row("b"));
        Call<Document, Boolean> first = call("a");
        Call<Document, Boolean> existing = call("b");
        Call<Document, Boolean> last = call("c");

        inserts.send(List.of(first, existing, last));

        assertThat(first.answer().join()).isTrue();
        assertThat(existing.answer().exceptionNow()).isInstanceOf(DuplicateKeyException.class);
        assertThat(last.answer().join()).isTrue();
        assertThat(records.mongo().getCollection("rows").countDocuments()).isEqualTo(3);
    }

    private static Document row(String id) {
        return new Document("_id", id);
    }

    private static Call<Document, Boolean> call(String id) {
        return new Call<>(row(id), new CompletableFuture<>());
    }
}

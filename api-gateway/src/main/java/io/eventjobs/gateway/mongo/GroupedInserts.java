package io.eventjobs.gateway.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import io.eventjobs.gateway.mongo.GroupedCalls.Call;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Inserts documents into a collection; concurrent inserts share an unordered command (ADR 0026). Thread-safe. */
final class GroupedInserts {
    private static final int MAX_GROUP = 500;
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoTemplate mongo;
    private final String collection;
    private final GroupedCalls<Document, Boolean> calls;

    /** @param executor sends the groups that callers do not send themselves */
    GroupedInserts(MongoTemplate mongo, String collection, Executor executor) {
        this.mongo = mongo;
        this.collection = collection;
        this.calls = new GroupedCalls<>(executor, MAX_GROUP, this::send);
    }

    /**
     * Returns when the document is stored.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a value of a unique index exists already
     */
    void insert(Document document) {
        calls.call(document);
    }

    void send(List<Call<Document, Boolean>> group) {
        Set<Integer> refused = group.size() == 1 ? Set.of(0) : insertAll(group);
        for (int i = 0; i < group.size(); i++) {
            Call<Document, Boolean> call = group.get(i);
            if (refused.contains(i)) {
                insertAlone(call);
            } else {
                call.answer().complete(true);
            }
        }
    }

    /** Returns the indexes of those that were refused; each is inserted again alone, so that its caller gets its own exception. */
    private Set<Integer> insertAll(List<Call<Document, Boolean>> group) {
        List<Document> documents = group.stream().map(Call::input).toList();
        Set<Integer> refused = mongo.execute(collection, rows -> {
            try {
                rows.insertMany(documents, UNORDERED);
                return Set.<Integer>of();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null) {
                    throw e;
                }
                return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
            }
        });
        return Objects.requireNonNull(refused);
    }

    private void insertAlone(Call<Document, Boolean> call) {
        try {
            mongo.execute(collection, rows -> rows.insertOne(call.input()));
            call.answer().complete(true);
        } catch (RuntimeException e) {
            call.answer().completeExceptionally(e);
        }
    }
}

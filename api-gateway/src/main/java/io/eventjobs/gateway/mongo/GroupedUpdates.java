package io.eventjobs.gateway.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import io.eventjobs.gateway.mongo.GroupedCalls.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Updates documents of a collection by id and version; concurrent updates share an unordered bulk command (ADR 0026). MongoDB answers a bulk
 * with the number of matches only, so each update of one leaves a stamp in its document, which tells whether it was stored. Thread-safe.
 */
final class GroupedUpdates {
    private static final int MAX_GROUP = 500;
    private static final String STAMP = "stamp";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;
    private final String collection;
    private final GroupedCalls<Update, Boolean> calls;

    /** @param executor sends the groups that callers do not send themselves */
    GroupedUpdates(MongoTemplate mongo, String collection, Executor executor) {
        this.mongo = mongo;
        this.collection = collection;
        this.calls = new GroupedCalls<>(executor, MAX_GROUP, this::send);
    }

    /**
     * Returns whether the document had this version and was updated. A false answer can also mean that it was updated and changed again by
     * others before this could be found out; the caller reads it again in both cases.
     *
     * @param change with {@code $set}, which sets the version to the next one
     */
    boolean update(String id, long version, Document change) {
        return calls.call(new Update(id, version, change, new ObjectId()));
    }

    void send(List<Call<Update, Boolean>> group) {
        if (group.size() == 1) {
            answerAlone(group.getFirst());
        } else if (allStored(group)) {
            group.forEach(call -> call.answer().complete(true));
        } else {
            answerByStamps(group);
        }
    }

    private void answerAlone(Call<Update, Boolean> call) {
        Update update = call.input();
        Long matched = mongo.execute(collection, rows -> rows.updateOne(update.current(), update.change)
                .getMatchedCount());
        call.answer().complete(matched != null && matched == 1);
    }

    private boolean allStored(List<Call<Update, Boolean>> group) {
        List<UpdateOneModel<Document>> updates =
                group.stream().map(call -> call.input().stamped()).toList();
        Integer matched = mongo.execute(collection, rows -> {
            try {
                return rows.bulkWrite(updates, UNORDERED).getMatchedCount();
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() == null) {
                    return -1;
                }
                throw e;
            }
        });
        return matched != null && matched == group.size();
    }

    /** One that MongoDB refused, rather than did not match, is sent again alone, so that its caller gets its own exception. */
    private void answerByStamps(List<Call<Update, Boolean>> group) {
        Map<String, Document> stored = stored(group);
        for (Call<Update, Boolean> call : group) {
            Document document = stored.get(call.input().id);
            if (call.input().isStoredIn(document)) {
                call.answer().complete(true);
            } else if (document == null || JobDocuments.number(document, "version") != call.input().version) {
                call.answer().complete(false);
            } else {
                try {
                    answerAlone(call);
                } catch (RuntimeException e) {
                    call.answer().completeExceptionally(e);
                }
            }
        }
    }

    private Map<String, Document> stored(List<Call<Update, Boolean>> group) {
        Bson ids = new Document(
                "_id",
                new Document(
                        "$in",
                        group.stream().map(call -> call.input().id).distinct().toList()));
        List<Document> found = mongo.execute(collection, rows -> rows.find(ids)
                .projection(new Document("version", 1).append(STAMP, 1))
                .into(new ArrayList<>()));
        Map<String, Document> byId = new HashMap<>();
        Objects.requireNonNull(found).forEach(document -> byId.put(document.getString("_id"), document));
        return byId;
    }

    record Update(String id, long version, Document change, ObjectId stamp) {
        Document current() {
            return new Document("_id", id).append("version", version);
        }

        UpdateOneModel<Document> stamped() {
            Document set = new Document(change.get("$set", Document.class)).append(STAMP, stamp);
            return new UpdateOneModel<>(current(), new Document(change).append("$set", set));
        }

        boolean isStoredIn(@Nullable Document document) {
            return document != null
                    && JobDocuments.number(document, "version") == version + 1
                    && stamp.equals(document.get(STAMP));
        }
    }
}

package io.eventjobs.gateway.mongo;

import com.mongodb.client.model.CountOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Queries of one collection. Thread-safe. Throws Spring's {@link org.springframework.dao.DataAccessException} if MongoDB does not respond.
 */
public final class CollectionReader<T> {
    private final MongoTemplate mongo;
    private final String collection;
    private final Function<Document, T> mapper;

    public CollectionReader(MongoTemplate mongo, String collection, Function<Document, T> mapper) {
        this.mongo = mongo;
        this.collection = collection;
        this.mapper = mapper;
    }

    /** Any matching record, if there is one. */
    public Optional<T> first(Bson filter) {
        Document found = mongo.execute(collection, rows -> rows.find(filter).first());
        return Optional.ofNullable(found).map(mapper);
    }

    /** Matching records in that order, at most {@code limit}. */
    public List<T> list(Bson filter, Bson sort, int limit) {
        List<T> found = mongo.execute(collection, rows -> rows.find(filter)
                .sort(sort)
                .limit(limit)
                .map(mapper::apply)
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }

    /** The number of matching records, counted up to {@code max}. */
    public long count(Bson filter, int max) {
        Long count = mongo.execute(collection, rows -> rows.countDocuments(filter, new CountOptions().limit(max)));
        return Objects.requireNonNull(count);
    }

    /** The raw rows of an aggregation. */
    public static List<Document> aggregate(MongoTemplate mongo, String collection, List<Document> pipeline) {
        List<Document> found =
                mongo.execute(collection, rows -> rows.aggregate(pipeline).into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }
}

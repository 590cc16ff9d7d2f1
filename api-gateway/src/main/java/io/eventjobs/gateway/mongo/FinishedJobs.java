package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** When jobs finished lately, for charts. Thread-safe. */
@Component
public class FinishedJobs {
    private static final Document TIME_ONLY = new Document("updated_at", 1).append("_id", 0);

    private final MongoTemplate mongo;

    FinishedJobs(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** When jobs came to be in this status since that time, the last ones first, at most {@code limit}. */
    public List<Instant> since(JobStatus status, Instant since, int limit) {
        Document filter =
                new Document("status", status.word()).append("updated_at", new Document("$gte", Date.from(since)));
        List<Instant> found = mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.find(filter)
                .projection(TIME_ONLY)
                .sort(new Document("updated_at", -1))
                .limit(limit)
                .map(row -> Objects.requireNonNull(row.getDate("updated_at")).toInstant())
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found);
    }
}

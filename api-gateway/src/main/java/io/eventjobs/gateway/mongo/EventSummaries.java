package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The events (conferences) of a tenant's jobs. Thread-safe. */
@Component
public class EventSummaries {
    private final MongoTemplate mongo;

    EventSummaries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** In alphabetical order. */
    public List<EventSummary> of(TenantId tenant) {
        List<Document> pipeline = List.of(
                new Document("$match", new Document("tenant", tenant.value())),
                new Document(
                        "$group",
                        new Document("_id", "$event")
                                .append("jobs", new Document("$sum", 1))
                                .append("completed", sumOf(JobStatus.COMPLETED))
                                .append("failed", sumOf(JobStatus.FAILED))
                                .append("batches", new Document("$addToSet", "$batch"))),
                new Document("$sort", new Document("_id", 1)));
        return CollectionReader.aggregate(mongo, JobDocuments.COLLECTION, pipeline).stream()
                .filter(row -> row.getString("_id") != null)
                .map(EventSummaries::summary)
                .toList();
    }

    private static EventSummary summary(Document row) {
        List<String> batches = row.getList("batches", String.class, List.of());
        return new EventSummary(
                row.getString("_id"),
                JobDocuments.number(row, "jobs"),
                JobDocuments.number(row, "completed"),
                JobDocuments.number(row, "failed"),
                batches.stream().filter(Objects::nonNull).count());
    }

    private static Document sumOf(JobStatus status) {
        Document is = new Document("$eq", List.of("$status", status.word()));
        return new Document("$sum", new Document("$cond", List.of(is, 1, 0)));
    }

    /** A conference, with the number of its jobs and how many are finished. */
    public record EventSummary(String event, long jobs, long completed, long failed, long batches) {}
}

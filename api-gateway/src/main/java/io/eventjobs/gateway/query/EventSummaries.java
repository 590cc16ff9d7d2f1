package io.eventjobs.gateway.query;

import io.eventjobs.gateway.mongo.CollectionReader;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Service;

/** The conferences that a tenant has jobs for. */
@Service
class EventSummaries {
    private final MongoTemplate mongo;

    EventSummaries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<Lists.EventView> of(TenantId tenant) {
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
        List<Lists.EventView> events = new ArrayList<>();
        for (Document row : CollectionReader.aggregate(mongo, "jobs", pipeline)) {
            if (row.getString("_id") != null) {
                events.add(view(row));
            }
        }
        return events;
    }

    private static Lists.EventView view(Document row) {
        List<String> batches = row.getList("batches", String.class, List.of());
        return new Lists.EventView(
                row.getString("_id"),
                number(row, "jobs"),
                number(row, "completed"),
                number(row, "failed"),
                batches.stream().filter(batch -> batch != null).count());
    }

    private static Document sumOf(JobStatus status) {
        Document is = new Document("$eq", List.of("$status", status.word()));
        return new Document("$sum", new Document("$cond", List.of(is, 1, 0)));
    }

    private static long number(Document row, String field) {
        return row.get(field) instanceof Number number ? number.longValue() : 0;
    }
}

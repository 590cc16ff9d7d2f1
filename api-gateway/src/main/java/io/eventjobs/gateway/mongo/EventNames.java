package io.eventjobs.gateway.mongo;

import io.eventjobs.model.job.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The names that a tenant's jobs have in common: events, and tracks of an event. Each is read from an index, no job is counted. Thread-safe. */
@Component
public class EventNames {
    private final MongoTemplate mongo;

    EventNames(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** The events, in alphabetical order. */
    public List<String> events(TenantId tenant) {
        return distinct("event", new Document("tenant", tenant.value()));
    }

    /** The tracks of an event, in alphabetical order. */
    public List<String> tracks(TenantId tenant, String event) {
        return distinct("track", new Document("tenant", tenant.value()).append("event", event));
    }

    private List<String> distinct(String field, Document filter) {
        List<String> found = mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.distinct(field, filter, String.class)
                .into(new ArrayList<>()));
        return Objects.requireNonNull(found).stream()
                .filter(Objects::nonNull)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}

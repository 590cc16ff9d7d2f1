package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Finds completed sessions by what they are about. Thread-safe. */
@Component
public class LibrarySearch {
    private static final Keyset NEWEST_FIRST = new Keyset("created_at", true);
    private static final List<String> SEARCHED = List.of(
            "name",
            "event",
            "track",
            "parameters.speakers",
            "winner.results.metadata.title",
            "winner.results.metadata.speakers",
            "winner.results.metadata.abstract");

    private final CollectionReader<JobRecord> reader;

    LibrarySearch(MongoTemplate mongo) {
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /** Matching completed jobs, newest first, at most {@code limit}. */
    public List<JobRecord> newest(Query query, @Nullable Position after, int limit) {
        return reader.list(NEWEST_FIRST.beyond(matching(query), after), NEWEST_FIRST.order(), limit);
    }

    private static Document matching(Query query) {
        Document filter = new Document("tenant", query.tenant().value()).append("status", JobStatus.COMPLETED.word());
        JobDocuments.putIfKnown(filter, "event", query.event());
        JobDocuments.putIfKnown(filter, "track", query.track());
        List<Document> words = query.text() == null
                ? List.of()
                : Stream.of(query.text().split("\\s+"))
                        .map(LibrarySearch::anywhere)
                        .toList();
        // Each word somewhere; the keyset has an $or of its own.
        return words.isEmpty() ? filter : filter.append("$and", words);
    }

    private static Document anywhere(String word) {
        Pattern part = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Document(
                "$or", SEARCHED.stream().map(field -> new Document(field, part)).toList());
    }

    /**
     * What is searched for; null matches any.
     *
     * @param text words that each occur in the name, title, speakers, abstract, event or track, case-insensitive
     */
    public record Query(TenantId tenant, @Nullable String event, @Nullable String track, @Nullable String text) {}
}

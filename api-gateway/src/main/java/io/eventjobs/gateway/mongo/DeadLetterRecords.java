package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.JobRecord;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Dead letters in order of failure: failed jobs and unreadable messages. Thread-safe. */
@Component
public class DeadLetterRecords {
    private final MongoTemplate mongo;
    private final CollectionReader<JobRecord> jobs;
    private final CollectionReader<QuarantinedMessage> messages;

    DeadLetterRecords(MongoTemplate mongo) {
        this.mongo = mongo;
        this.jobs = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
        this.messages = new CollectionReader<>(mongo, Quarantine.COLLECTION, Quarantine::read);
    }

    /** Matching failed jobs. */
    public List<JobRecord> jobs(DeadLetterFilter filter, Page page) {
        if (!filter.includesJobs()) {
            return List.of();
        }
        return list(jobs, matching(filter, page.states()), "dead_letter.at", page);
    }

    /** Matching quarantined messages. */
    public List<QuarantinedMessage> messages(DeadLetterFilter filter, Page page) {
        if (!filter.includesMessages()) {
            return List.of();
        }
        Document query = new Document("state", in(page.states()));
        JobDocuments.putIfKnown(query, "topic", filter.topic());
        restrict(query, "at", filter);
        return list(messages, query, "at", page);
    }

    /** The newest matching failed jobs, counted by code; at most {@code max} of them, so that a sum of {@code max} means "or more". */
    public Map<String, Integer> codes(DeadLetterFilter filter, List<DeadLetter.State> states, int max) {
        if (!filter.includesJobs()) {
            return Map.of();
        }
        List<Document> pipeline = List.of(
                new Document("$match", matching(filter, states)),
                new Document("$sort", new Document("dead_letter.at", -1)),
                new Document("$limit", max),
                new Document(
                        "$group", new Document("_id", "$dead_letter.code").append("jobs", new Document("$sum", 1))));
        Map<String, Integer> codes = new TreeMap<>();
        for (Document row : CollectionReader.aggregate(mongo, JobDocuments.COLLECTION, pipeline)) {
            codes.put(row.getString("_id"), (int) JobDocuments.number(row, "jobs"));
        }
        return codes;
    }

    private static Document matching(DeadLetterFilter filter, List<DeadLetter.State> states) {
        Document query = new Document("dead_letter.state", in(states));
        JobDocuments.putIfKnown(query, "dead_letter.code", filter.code());
        JobDocuments.putIfKnown(query, "dead_letter.worker", filter.worker());
        JobDocuments.putIfKnown(query, "batch", filter.batch());
        restrict(query, "dead_letter.at", filter);
        return query;
    }

    private static void restrict(Document query, String time, DeadLetterFilter filter) {
        Document range = new Document();
        JobDocuments.putIfKnown(range, "$gte", date(filter.failedAfter()));
        JobDocuments.putIfKnown(range, "$lt", date(filter.failedBefore()));
        if (!range.isEmpty()) {
            query.append(time, range);
        }
    }

    private static <T> List<T> list(CollectionReader<T> reader, Document query, String time, Page page) {
        Keyset keyset = new Keyset(time, page.newestFirst());
        return reader.list(keyset.beyond(query, page.beyond()), keyset.order(), page.limit());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return JobDocuments.date(instant);
    }

    private static Document in(List<DeadLetter.State> states) {
        return new Document("$in", states.stream().map(DeadLetter.State::word).toList());
    }

    /**
     * A page of the list.
     *
     * @param states accepted states
     * @param beyond position after which to continue; null to start
     * @param limit maximum number of entries
     */
    public record Page(List<DeadLetter.State> states, @Nullable Position beyond, boolean newestFirst, int limit) {}
}

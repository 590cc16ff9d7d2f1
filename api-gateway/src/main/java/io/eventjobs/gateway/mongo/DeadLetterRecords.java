package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.JobRecord;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Dead letters in order of failure: failed jobs and unreadable messages. Thread-safe. */
@Component
public class DeadLetterRecords {
    private final CollectionReader<JobRecord> jobs;
    private final CollectionReader<QuarantinedMessage> messages;

    DeadLetterRecords(MongoTemplate mongo) {
        this.jobs = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
        this.messages = new CollectionReader<>(mongo, Quarantine.COLLECTION, Quarantine::read);
    }

    /** Matching failed jobs. */
    public List<JobRecord> jobs(DeadLetterFilter filter, Page page) {
        if (!filter.includesJobs()) {
            return List.of();
        }
        Document query = new Document("dead_letter.state", in(page.states()));
        JobDocuments.putIfKnown(query, "dead_letter.code", filter.code());
        JobDocuments.putIfKnown(query, "dead_letter.worker", filter.worker());
        JobDocuments.putIfKnown(query, "batch", filter.batch());
        return list(jobs, query, "dead_letter.at", filter, page);
    }

    /** Matching quarantined messages. */
    public List<QuarantinedMessage> messages(DeadLetterFilter filter, Page page) {
        if (!filter.includesMessages()) {
            return List.of();
        }
        Document query = new Document("state", in(page.states()));
        JobDocuments.putIfKnown(query, "topic", filter.topic());
        return list(messages, query, "at", filter, page);
    }

    private static <T> List<T> list(
            CollectionReader<T> reader, Document query, String time, DeadLetterFilter filter, Page page) {
        Document range = new Document();
        JobDocuments.putIfKnown(range, "$gte", date(filter.failedAfter()));
        JobDocuments.putIfKnown(range, "$lt", date(filter.failedBefore()));
        if (!range.isEmpty()) {
            query.append(time, range);
        }
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

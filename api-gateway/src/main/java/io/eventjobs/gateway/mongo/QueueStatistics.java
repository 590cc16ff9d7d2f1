package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** How long the queue is, over all tenants. Thread-safe. */
@Component
public class QueueStatistics {
    /** Nothing is counted further. */
    static final int MAX_COUNTED = 1_000_000;

    private static final Set<JobStatus> WAITING = Set.of(JobStatus.PENDING, JobStatus.QUEUED, JobStatus.PROCESSING);

    private final CollectionReader<JobRecord> reader;

    QueueStatistics(MongoTemplate mongo) {
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /** How many jobs are in this state, counted up to {@value #MAX_COUNTED}. */
    public long count(JobStatus status) {
        return reader.count(new Document("status", status.word()), MAX_COUNTED);
    }

    /** How many jobs are not finished, counted up to {@code max}. */
    public long backlog(int max) {
        return reader.count(new Document("status", JobDocuments.in(WAITING)), max);
    }

    /** How many dead letters of jobs are open, counted up to {@value #MAX_COUNTED}. */
    public long openDeadLetters() {
        return reader.count(new Document("dead_letter.state", DeadLetter.State.OPEN.word()), MAX_COUNTED);
    }

    /** For how long the job that waits longest does so; empty if none waits. */
    public Optional<Duration> longestWait(Instant now) {
        Document pending = new Document("status", JobStatus.PENDING.word());
        return reader.list(pending, new Document("updated_at", 1), 1).stream()
                .findFirst()
                .map(job -> Duration.between(job.state().times().updatedAt(), now));
    }
}

package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Statistics of the queue over all tenants. Thread-safe. */
@Component
public class QueueStatistics {
    /** Counting stops at this number. */
    static final int MAX_COUNTED = 1_000_000;

    private static final Set<JobStatus> WAITING = Set.of(JobStatus.PENDING, JobStatus.QUEUED, JobStatus.PROCESSING);

    private final CollectionReader<JobRecord> reader;

    QueueStatistics(MongoTemplate mongo) {
        this.reader = new CollectionReader<>(mongo, JobDocuments.COLLECTION, JobDocuments::read);
    }

    /** The number of jobs with this status, counted up to {@value #MAX_COUNTED}. */
    public long count(JobStatus status) {
        return reader.count(new Document("status", status.word()), MAX_COUNTED);
    }

    /** The number of jobs with this status, counted up to {@code max}. */
    public long count(JobStatus status, int max) {
        return reader.count(new Document("status", status.word()), max);
    }

    /** The number of unfinished jobs, counted up to {@code max}. */
    public long backlog(int max) {
        return reader.count(new Document("status", JobDocuments.in(WAITING)), max);
    }

    /** The number of a tenant's unfinished jobs, counted up to {@code max}. */
    public long backlog(TenantId tenant, int max) {
        return reader.count(new Document("tenant", tenant.value()).append("status", JobDocuments.in(WAITING)), max);
    }

    /** The number of open dead letters of jobs, counted up to {@value #MAX_COUNTED}. */
    public long openDeadLetters() {
        return reader.count(new Document("dead_letter.state", DeadLetter.State.OPEN.word()), MAX_COUNTED);
    }

    /** The waiting time of the job that has waited longest; empty if none waits. */
    public Optional<Duration> longestWait(Instant now) {
        Document pending = new Document("status", JobStatus.PENDING.word());
        return reader.list(pending, new Document("updated_at", 1), 1).stream()
                .findFirst()
                .map(job -> Duration.between(job.state().times().updatedAt(), now));
    }
}

package io.eventjobs.gateway.mongo;

import com.mongodb.client.MongoCursor;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The queries of the recovery scan: records with pending work. Callers close the streams. */
@Component
public class UnfinishedRecords {
    private static final int MAX_BATCHES = 10_000;
    private static final int ROWS_AT_ONCE = 500;

    private final MongoTemplate mongo;
    private final BatchRecords batches;

    UnfinishedRecords(MongoTemplate mongo, BatchRecords batches) {
        this.mongo = mongo;
        this.batches = batches;
    }

    /** All unfinished jobs. */
    public Stream<JobRecord> unfinished() {
        return stream(new Document("status", open()));
    }

    /** The unfinished jobs of a batch. */
    public Stream<JobRecord> unfinishedOf(BatchKey batch) {
        return stream(new Document("batch", batch.toString()).append("status", open()));
    }

    /** Jobs with events that are not known to be published. */
    public Stream<JobRecord> unpublished() {
        return stream(new Document("outbox.id", new Document("$exists", true)));
    }

    /** Batches with events that are not known to be published. */
    public List<BatchRecord> unpublishedBatches() {
        return batches.list(new Document("outbox.id", new Document("$exists", true)), MAX_BATCHES);
    }

    /** Visible batches that are unfinished. */
    public List<BatchRecord> openBatches() {
        List<String> words = List.of(BatchStatus.PENDING.word(), BatchStatus.PROCESSING.word());
        return batches.list(new Document("status", new Document("$in", words)), MAX_BATCHES);
    }

    /** Tombstones of jobs. */
    public Stream<JobRecord> tombstones() {
        return stream(new Document("deleted_at", new Document("$gt", new Date(0))));
    }

    /** Deleted batches that are not purged yet. */
    public List<BatchRecord> batchTombstones() {
        return batches.list(new Document("deleted_at", new Document("$gt", new Date(0))), MAX_BATCHES);
    }

    /** Batches with a bulk action in progress. */
    public List<BatchRecord> batchesWithIntent() {
        return batches.list(new Document("intent.since", new Document("$exists", true)), MAX_BATCHES);
    }

    /** Batches whose counts may not include a job's last transition. */
    public List<BatchKey> touchedBatches() {
        List<String> keys = Objects.requireNonNull(mongo.execute(JobDocuments.COLLECTION, jobs -> jobs.distinct(
                        "batch", new Document("batch_touched", true), String.class)
                .into(new ArrayList<>())));
        return keys.stream().map(JobDocuments::batchKey).distinct().toList();
    }

    private Stream<JobRecord> stream(Bson filter) {
        MongoCursor<Document> cursor = Objects.requireNonNull(mongo.execute(
                JobDocuments.COLLECTION,
                jobs -> jobs.find(filter).batchSize(ROWS_AT_ONCE).iterator()));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .map(JobDocuments::read)
                .onClose(cursor::close);
    }

    private static Document open() {
        return new Document(
                "$in",
                Stream.of(JobStatus.values())
                        .filter(status -> !status.isTerminal())
                        .map(JobStatus::word)
                        .toList());
    }
}

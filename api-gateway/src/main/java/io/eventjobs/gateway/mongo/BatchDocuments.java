package io.eventjobs.gateway.mongo;

import static io.eventjobs.gateway.mongo.JobDocuments.date;
import static io.eventjobs.gateway.mongo.JobDocuments.instant;
import static io.eventjobs.gateway.mongo.JobDocuments.number;
import static io.eventjobs.gateway.mongo.JobDocuments.putIfKnown;
import static io.eventjobs.gateway.mongo.JobDocuments.requiredInstant;
import static io.eventjobs.gateway.mongo.JobDocuments.tree;
import static io.eventjobs.gateway.mongo.JobDocuments.value;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batch.Permit;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.StateCounts;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Maps a batch's record to and from BSON, by hand like {@link JobDocuments}. */
final class BatchDocuments {
    static final String COLLECTION = "batches";

    private BatchDocuments() {}

    static Document write(BatchRecord batch) {
        BatchRequest request = batch.request();
        Document document = new Document("_id", batch.key().toString())
                .append("version", batch.version())
                .append("count_version", batch.countVersion())
                .append("name", request.name())
                .append("job_count", request.jobCount())
                .append("priority", request.priority().level())
                .append("created_at", date(request.createdAt()))
                .append(
                        "outbox",
                        batch.outbox().events().stream()
                                .map(JobDocuments::event)
                                .toList());
        putIfKnown(document, "max_parallel", request.maxParallel());
        putIfKnown(document, "event", request.event());
        IdempotencyMark mark = request.idempotency();
        if (mark != null) {
            document.append("idempotency_key", mark.key()).append("body_hash", mark.bodyHash());
        }
        document.putAll(changing(batch));
        document.putAll(counted(batch));
        return document;
    }

    /** The fields that are guarded by {@code version}. */
    static Document changing(BatchRecord batch) {
        BatchState at = batch.state();
        return new Document("active", at.active())
                .append(
                        "tenant",
                        (batch.isDeleted() ? JobDocuments.DELETED : "")
                                + batch.key().tenant())
                .append("deleted_at", date(at.deletedAt()))
                .append("archived", at.archived())
                .append("intent", tree(at.intent()))
                .append("updated_at", date(at.updatedAt()))
                .append(
                        "permits",
                        batch.permits().stream().map(BatchDocuments::permit).toList())
                .append("sequence", batch.outbox().sequence());
    }

    /** The fields that are guarded by {@code count_version}. */
    static Document counted(BatchRecord batch) {
        BatchState at = batch.state();
        return new Document("status", at.status().word())
                .append("counts", tree(at.counts()))
                .append("completed_at", date(at.completedAt()));
    }

    static BatchRecord read(Document document) {
        BatchRequest request = new BatchRequest(
                document.getString("name"),
                document.getInteger("job_count"),
                document.getInteger("max_parallel"),
                new Priority(document.getInteger("priority", Priority.NORMAL.level())),
                document.getString("event"),
                requiredInstant(document, "created_at"),
                JobDocuments.mark(document));
        return new BatchRecord(
                BatchKey.parse(document.getString("_id")),
                number(document, "version"),
                number(document, "count_version"),
                request,
                state(document),
                permits(document),
                JobDocuments.outbox(document));
    }

    private static BatchState state(Document document) {
        return new BatchState(
                BatchStatus.of(document.getString("status")),
                document.getBoolean("active", true),
                document.getBoolean("archived", false),
                value(document, "intent", BatchState.Intent.class),
                Objects.requireNonNull(value(document, "counts", StateCounts.class)),
                requiredInstant(document, "updated_at"),
                instant(document, "completed_at"),
                instant(document, "deleted_at"));
    }

    private static List<Permit> permits(Document document) {
        return document.getList("permits", Document.class, List.of()).stream()
                .map(permit -> new Permit(
                        new JobId(permit.getString("job_id")),
                        number(permit, "token"),
                        permit.getBoolean("started", false)))
                .toList();
    }

    private static Document permit(Permit permit) {
        return new Document("job_id", permit.jobId().value())
                .append("token", permit.token())
                .append("started", permit.started());
    }
}

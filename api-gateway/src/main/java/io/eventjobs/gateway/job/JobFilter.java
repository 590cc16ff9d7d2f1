package io.eventjobs.gateway.job;

import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a list of jobs is narrowed to; null for any. */
public record JobFilter(
        TenantId tenant,
        @Nullable String status,
        @Nullable String batchId,
        @Nullable String event,
        @Nullable String track,
        @Nullable String text,
        @Nullable Instant createdAfter) {

    /** The words that a status may be asked for by. */
    public static Set<String> publicStatuses() {
        return Arrays.stream(JobStatus.values()).map(JobStatus::publicWord).collect(Collectors.toSet());
    }

    /** The stored states that a public one stands for. */
    public static Document statuses(String publicWord) {
        return new Document(
                "$in",
                Arrays.stream(JobStatus.values())
                        .filter(status -> status.publicWord().equals(publicWord))
                        .map(JobStatus::word)
                        .toList());
    }

    public Document after(@Nullable Cursor cursor, List<String> hiddenBatches) {
        Document filter = new Document("tenant", tenant.value());
        put(filter, "event", event);
        put(filter, "track", track);
        if (status != null) {
            filter.append("status", statuses(status));
        }
        if (batchId != null) {
            boolean possible = BatchId.isWellFormed(batchId);
            filter.append("batch", possible ? new BatchKey(tenant, new BatchId(batchId)).toString() : "");
        } else if (!hiddenBatches.isEmpty()) {
            filter.append("batch", new Document("$nin", hiddenBatches));
        }
        if (text != null) {
            filter.append("name", Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE));
        }
        if (createdAfter != null) {
            filter.append("created_at", new Document("$gt", Date.from(createdAfter)));
        }
        return cursor == null ? filter : below(filter, cursor);
    }

    /** Rows after the cursor when the newest come first. */
    public static Document below(Document filter, Cursor cursor) {
        Date time = new Date(cursor.number());
        return filter.append(
                "$or",
                List.of(
                        new Document("created_at", new Document("$lt", time)),
                        new Document("created_at", time).append("_id", new Document("$lt", cursor.id()))));
    }

    private static void put(Document filter, String field, @Nullable String value) {
        if (value != null) {
            filter.append(field, value);
        }
    }
}

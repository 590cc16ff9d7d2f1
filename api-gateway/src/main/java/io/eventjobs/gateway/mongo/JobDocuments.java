package io.eventjobs.gateway.mongo;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.Holder;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.JobState;
import io.eventjobs.gateway.job.Outbox;
import io.eventjobs.gateway.job.Outcome;
import io.eventjobs.gateway.job.RetryBudget;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadId;
import io.eventjobs.model.job.WorkerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Maps a job's record to and from BSON, by hand: fields used in queries or sorting are top-level BSON dates, numbers and strings; the rest
 * is stored in its wire form.
 */
final class JobDocuments {
    static final String COLLECTION = "jobs";

    private static final JsonMapper MAPPER = WireFormat.mapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<ExecutionEntry>> EXECUTIONS = new TypeReference<>() {};

    /** The fields that transitions change. Each is written only if it changed, since writing is most of the cost of a transition. */
    private static final List<Field<?>> CHANGING = List.of(
            field("tenant", job -> scope(job) + job.request().tenant(), tenant -> tenant),
            field("batch", JobDocuments::batch, batch -> batch),
            field("status", job -> job.state().status(), JobStatus::word),
            field("token", job -> job.state().token(), token -> token),
            field("budget", job -> job.state().budget(), JobDocuments::written),
            field("not_before", job -> job.state().notBefore(), Date::from),
            field("holder", job -> job.state().holder(), JobDocuments::written),
            field("progress", job -> job.state().progress(), JobDocuments::written),
            field("progress_sequence", job -> job.state().progressSequence(), sequence -> sequence),
            field("updated_at", job -> job.state().times().updatedAt(), Date::from),
            field("started_at", job -> job.state().times().startedAt(), Date::from),
            field("completed_at", job -> job.state().times().completedAt(), Date::from),
            field("deleted_at", job -> job.state().times().deletedAt(), Date::from),
            field("dead_letter", job -> job.outcome().deadLetter(), JobDocuments::deadLetter),
            field("failure", job -> job.outcome().failure(), JobDocuments::written),
            field("winner", job -> job.outcome().winner(), JobDocuments::written),
            field("executions", job -> job.outcome().executions(), JobDocuments::executions),
            field("parameters", job -> job.request().parameters(), JobDocuments::parameters),
            field("sequence", job -> job.outbox().sequence(), sequence -> sequence),
            field("batch_touched", JobRecord::batchTouched, touched -> touched));

    /** Prefix of a tombstone's tenant and batch, which hides it from all lists and counts. No tenant name contains a slash. */
    static final String DELETED = "deleted/";

    private JobDocuments() {}

    static Document write(JobRecord job) {
        JobRequest request = job.request();
        Document document = new Document("_id", job.id().value())
                .append("version", job.version())
                .append("type", request.parameters().jobType().word())
                .append("name", request.name())
                .append("priority", request.priority().level())
                .append("created_at", Date.from(request.createdAt()))
                .append(
                        "outbox",
                        job.outbox().events().stream().map(JobDocuments::event).toList());
        if (request.batch() != null) {
            document.append("batch_index", request.batchIndex());
        }
        putIfKnown(document, "event", request.event());
        putIfKnown(document, "track", request.track());
        if (!request.parameters().uploads().isEmpty()) {
            document.append(
                    "uploads",
                    request.parameters().uploads().stream().map(UploadId::value).toList());
        }
        IdempotencyMark mark = request.idempotency();
        if (mark != null) {
            document.append("idempotency_key", mark.key()).append("body_hash", mark.bodyHash());
        }
        CHANGING.forEach(field -> field.putIfKnown(document, job));
        return document;
    }

    /** The changes of the transition from {@code before} to {@code after}, without version and outbox. */
    static Document changes(JobRecord before, JobRecord after) {
        Document changes = new Document();
        CHANGING.forEach(field -> field.putIfChanged(changes, before, after));
        return changes;
    }

    static JobRecord read(Document document) {
        return new JobRecord(
                new JobId(document.getString("_id")),
                number(document, "version"),
                request(document),
                state(document),
                outcome(document),
                outbox(document),
                Boolean.TRUE.equals(document.getBoolean("batch_touched")));
    }

    static Document event(PublicEvent event) {
        return written(event);
    }

    static Outbox outbox(Document document) {
        List<PublicEvent> events = document.getList("outbox", Document.class, List.of()).stream()
                .map(entry -> MAPPER.convertValue(entry, PublicEvent.class))
                .toList();
        return new Outbox(number(document, "sequence"), events);
    }

    /** The wire form of a value. */
    static Document written(Object value) {
        return new Document(MAPPER.convertValue(value, MAP));
    }

    static @Nullable Document tree(@Nullable Object value) {
        return value == null ? null : written(value);
    }

    static <T> @Nullable T value(Document document, String field, Class<T> type) {
        Object stored = document.get(field);
        return stored == null ? null : MAPPER.convertValue(stored, type);
    }

    static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    static Instant requiredInstant(Document document, String field) {
        return Objects.requireNonNull(instant(document, field), field);
    }

    static long number(Document document, String field) {
        return ((Number) Objects.requireNonNull(document.get(field), field)).longValue();
    }

    static @Nullable IdempotencyMark mark(Document document) {
        String key = document.getString("idempotency_key");
        return key == null ? null : new IdempotencyMark(key, document.getString("body_hash"));
    }

    static Document in(Collection<JobStatus> statuses) {
        return new Document("$in", statuses.stream().map(JobStatus::word).toList());
    }

    static void putIfKnown(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static <T> Field<T> field(String name, Function<JobRecord, @Nullable T> part, Function<T, Object> form) {
        return new Field<>(name, part, form);
    }

    /** Parses a stored batch key. */
    static BatchKey batchKey(String stored) {
        return BatchKey.parse(alive(stored));
    }

    private static String scope(JobRecord job) {
        return job.isDeleted() ? DELETED : "";
    }

    private static String alive(String scoped) {
        return scoped.startsWith(DELETED) ? scoped.substring(DELETED.length()) : scoped;
    }

    private static @Nullable String batch(JobRecord job) {
        return job.request().batchKey().map(key -> scope(job) + key).orElse(null);
    }

    private static Document deadLetter(DeadLetter letter) {
        Document document = new Document("state", letter.state().word())
                .append("at", Date.from(letter.at()))
                .append("code", letter.code().name());
        putIfKnown(
                document,
                "worker",
                letter.worker() == null ? null : letter.worker().value());
        putIfKnown(document, "replay", letter.replayId());
        return document;
    }

    private static @Nullable DeadLetter readDeadLetter(Document document) {
        Document letter = document.get("dead_letter", Document.class);
        if (letter == null) {
            return null;
        }
        String worker = letter.getString("worker");
        return new DeadLetter(
                DeadLetter.State.of(letter.getString("state")),
                requiredInstant(letter, "at"),
                FailureCode.of(letter.getString("code")),
                worker == null ? null : new WorkerId(worker),
                letter.getString("replay"));
    }

    private static List<Document> executions(List<ExecutionEntry> executions) {
        return executions.stream().map(JobDocuments::written).toList();
    }

    private static Document parameters(JobParameters parameters) {
        return new Document(MessageCodec.toMap(MAPPER, parameters));
    }

    private static JobRequest request(Document document) {
        JobType type = JobType.of(document.getString("type"));
        JobParameters parameters = MessageCodec.fromMap(MAPPER, type, document.get("parameters", Document.class));
        String batch = document.getString("batch");
        return new JobRequest(
                new TenantId(alive(document.getString("tenant"))),
                batch == null ? null : batchKey(batch).id(),
                document.getInteger("batch_index", 0),
                document.getString("name"),
                parameters,
                new Priority(document.getInteger("priority", Priority.NORMAL.level())),
                requiredInstant(document, "created_at"),
                mark(document));
    }

    private static JobState state(Document document) {
        return new JobState(
                JobStatus.of(document.getString("status")),
                number(document, "token"),
                Objects.requireNonNull(value(document, "budget", RetryBudget.class)),
                instant(document, "not_before"),
                value(document, "holder", Holder.class),
                Objects.requireNonNull(value(document, "progress", Progress.class)),
                number(document, "progress_sequence"),
                new JobState.Times(
                        requiredInstant(document, "updated_at"),
                        instant(document, "started_at"),
                        instant(document, "completed_at"),
                        instant(document, "deleted_at")));
    }

    private static Outcome outcome(Document document) {
        Object executions = document.get("executions");
        return new Outcome(
                value(document, "failure", Failure.class),
                value(document, "winner", Winner.class),
                executions == null ? List.of() : MAPPER.convertValue(executions, EXECUTIONS),
                readDeadLetter(document));
    }

    /**
     * A field of the record and its BSON form.
     *
     * @param form converts a non-null value
     */
    private record Field<T>(String name, Function<JobRecord, @Nullable T> part, Function<T, Object> form) {
        void putIfKnown(Document document, JobRecord job) {
            T known = part.apply(job);
            if (known != null) {
                document.append(name, form.apply(known));
            }
        }

        void putIfChanged(Document changes, JobRecord before, JobRecord after) {
            T next = part.apply(after);
            if (!Objects.equals(part.apply(before), next)) {
                changes.append(name, next == null ? null : form.apply(next));
            }
        }
    }
}

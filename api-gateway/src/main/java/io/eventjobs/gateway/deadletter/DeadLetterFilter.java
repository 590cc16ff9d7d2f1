package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.model.job.FailureCode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant; null for any.
 *
 * @param topic {@code commands} for jobs, {@code reports} for messages of workers
 * @param batch tenant and id of a batch, as {@link io.eventjobs.model.job.BatchKey} writes it
 */
public record DeadLetterFilter(
        @Nullable String code,
        @Nullable String worker,
        @Nullable String topic,
        @Nullable String batch,
        @Nullable Instant failedAfter,
        @Nullable Instant failedBefore) {
    /** The code of messages that could not be read. */
    static final String UNREADABLE = "UNREADABLE_MESSAGE";

    private static final String COMMANDS = "commands";
    private static final Set<String> TOPICS = Set.of(COMMANDS, "reports");
    private static final int MAX_LENGTH = 300;

    /** @param tenant whose batch is meant */
    static DeadLetterFilter of(QueryParameters parameters, String tenant) {
        String batch = parameters.text("batch_id");
        return new DeadLetterFilter(
                parameters.oneOf("code", codes()),
                parameters.text("worker"),
                parameters.oneOf("topic", TOPICS),
                batch == null ? null : tenant + "/" + batch,
                parameters.time("failed_after"),
                parameters.time("failed_before"));
    }

    /** As {@link #of(QueryParameters, String)}, from the {@code filter} of a request's body. */
    public static DeadLetterFilter of(FieldReader fields, String tenant) {
        String batch = fields.text("batch_id", MAX_LENGTH);
        DeadLetterFilter filter = new DeadLetterFilter(
                fields.text(
                        "code", MAX_LENGTH, codes()::contains, "must be one of " + String.join(", ", sortedCodes())),
                fields.text("worker", MAX_LENGTH),
                fields.text("topic", MAX_LENGTH, TOPICS::contains, "must be commands or reports"),
                batch == null ? null : tenant + "/" + batch,
                time(fields, "failed_after"),
                time(fields, "failed_before"));
        fields.refuseOthers();
        return filter;
    }

    /** The same, but nothing that fails from then on. */
    public DeadLetterFilter until(Instant time) {
        boolean earlier = failedBefore != null && failedBefore.isBefore(time);
        return new DeadLetterFilter(code, worker, topic, batch, failedAfter, earlier ? failedBefore : time);
    }

    boolean meansJobs() {
        return (topic == null || topic.equals(COMMANDS)) && !UNREADABLE.equals(code);
    }

    boolean meansMessages() {
        return (code == null || code.equals(UNREADABLE)) && worker == null && batch == null;
    }

    /** Of jobs in the order of failing, {@code after} the cursor, or before it when the newest come first. */
    Document jobs(List<DeadLetter.State> states, @Nullable Cursor cursor, boolean newestFirst) {
        Document filter = new Document("dead_letter.state", in(states));
        put(filter, "dead_letter.code", code);
        put(filter, "dead_letter.worker", worker);
        put(filter, "batch", batch);
        return bounded(filter, "dead_letter.at", cursor, newestFirst);
    }

    /** As {@link #jobs}, of messages. */
    Document messages(List<DeadLetter.State> states, @Nullable Cursor cursor, boolean newestFirst) {
        Document filter = new Document("state", in(states));
        put(filter, "topic", topic);
        return bounded(filter, "at", cursor, newestFirst);
    }

    private Document bounded(Document filter, String time, @Nullable Cursor cursor, boolean newestFirst) {
        Document range = new Document();
        put(range, "$gte", failedAfter == null ? null : Date.from(failedAfter));
        put(range, "$lt", failedBefore == null ? null : Date.from(failedBefore));
        if (!range.isEmpty()) {
            filter.append(time, range);
        }
        if (cursor != null) {
            String beyond = newestFirst ? "$lt" : "$gt";
            Date at = new Date(cursor.number());
            filter.append(
                    "$or",
                    List.of(
                            new Document(time, new Document(beyond, at)),
                            new Document(time, at).append("_id", new Document(beyond, cursor.id()))));
        }
        return filter;
    }

    private static Document in(List<DeadLetter.State> states) {
        return new Document("$in", states.stream().map(DeadLetter.State::word).toList());
    }

    private static Set<String> codes() {
        Set<String> codes = Arrays.stream(FailureCode.values())
                .filter(code -> code != FailureCode.FAILED_BY_OPERATOR)
                .map(Enum::name)
                .collect(Collectors.toSet());
        codes.add(UNREADABLE);
        return codes;
    }

    private static List<String> sortedCodes() {
        return codes().stream().sorted().toList();
    }

    private static @Nullable Instant time(FieldReader fields, String name) {
        String text =
                fields.text(name, MAX_LENGTH, DeadLetterFilter::isTime, "must be a time such as 2026-01-31T09:30:00Z");
        return text == null ? null : Instant.parse(text);
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void put(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value);
        }
    }
}

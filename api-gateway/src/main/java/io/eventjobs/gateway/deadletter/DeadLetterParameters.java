package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.TimeText;
import io.eventjobs.model.job.FailureCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a selection of dead letters from a request. */
public final class DeadLetterParameters {
    private static final Set<String> TOPICS = Set.of(DeadLetterFilter.COMMANDS, DeadLetterFilter.REPORTS);
    private static final int MAX_LENGTH = 300;
    private static final int MAX_IDS = 10_000;
    private static final int MAX_ID_LENGTH = 200;

    private DeadLetterParameters() {}

    /** @param tenant owner of the batch that the filter may name */
    static DeadLetterFilter filter(QueryParameters parameters, String tenant) {
        String batch = parameters.text("batch_id");
        return new DeadLetterFilter(
                parameters.oneOf("code", codes()),
                parameters.text("worker"),
                parameters.oneOf("topic", TOPICS),
                key(tenant, batch),
                parameters.time("failed_after"),
                parameters.time("failed_before"));
    }

    /** As {@link #filter(QueryParameters, String)}, for the {@code filter} in a request body. */
    static DeadLetterFilter filter(FieldReader fields, String tenant) {
        String batch = fields.text("batch_id", MAX_LENGTH);
        DeadLetterFilter filter = new DeadLetterFilter(
                fields.text(
                        "code", MAX_LENGTH, codes()::contains, "must be one of " + String.join(", ", sortedCodes())),
                fields.text("worker", MAX_LENGTH),
                fields.text("topic", MAX_LENGTH, TOPICS::contains, "must be one of commands, reports"),
                key(tenant, batch),
                time(fields, "failed_after"),
                time(fields, "failed_before"));
        fields.refuseOthers();
        return filter;
    }

    /** Reads {@code ids} or {@code filter}; selecting everything requires an explicit empty filter {@code {}}, as a safeguard. */
    public static DeadLetterSelection selection(FieldReader fields, String tenant, FieldReader.Faults faults) {
        List<String> ids = fields.texts("ids", MAX_IDS, MAX_ID_LENGTH);
        ObjectNode given = fields.object("filter");
        if (given != null && !ids.isEmpty()) {
            faults.add("filter", "must not be combined with ids");
        }
        if (given == null && ids.isEmpty() && faults.isEmpty()) {
            faults.add("ids", "either ids or filter is required; an empty filter, {}, selects all");
        }
        return new DeadLetterSelection(
                ids, given == null ? null : filter(new FieldReader(given, "filter.", faults), tenant));
    }

    /** That of another tenant is given with its name. */
    private static @Nullable String key(String tenant, @Nullable String batch) {
        return batch == null || batch.contains("/") ? batch : tenant + "/" + batch;
    }

    private static Set<String> codes() {
        Set<String> codes = Arrays.stream(FailureCode.values())
                .filter(FailureCode::isDeadLetter)
                .map(Enum::name)
                .collect(Collectors.toSet());
        codes.add(DeadLetterFilter.UNREADABLE);
        return codes;
    }

    private static List<String> sortedCodes() {
        return codes().stream().sorted().toList();
    }

    private static @Nullable Instant time(FieldReader fields, String name) {
        String text = fields.text(
                name,
                MAX_LENGTH,
                value -> TimeText.time(value).isPresent(),
                "must be a time such as 2026-01-31T09:30:00Z");
        return text == null ? null : TimeText.time(text).orElseThrow();
    }
}

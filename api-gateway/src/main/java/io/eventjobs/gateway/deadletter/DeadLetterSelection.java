package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.web.FieldReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which dead letters a request means: exactly one of the two.
 *
 * @param ids by name, at most {@value #MAX_IDS}
 * @param filter all that match
 */
public record DeadLetterSelection(List<String> ids, @Nullable DeadLetterFilter filter) {
    private static final int MAX_IDS = 10_000;
    private static final int MAX_ID_LENGTH = 200;

    public DeadLetterSelection {
        ids = List.copyOf(ids);
    }

    /** Reads {@code ids} or {@code filter}; an empty filter must be given as {@code {}}, so that nobody means all by mistake. */
    public static DeadLetterSelection of(FieldReader fields, String tenant, FieldReader.Faults faults) {
        List<String> ids = fields.texts("ids", MAX_IDS, MAX_ID_LENGTH);
        ObjectNode given = fields.object("filter");
        if (given != null && !ids.isEmpty()) {
            faults.add("filter", "must not be given together with ids");
        }
        if (given == null && ids.isEmpty() && faults.isEmpty()) {
            faults.add("ids", "or filter is required; {} as filter means all");
        }
        return new DeadLetterSelection(
                ids, given == null ? null : DeadLetterFilter.of(new FieldReader(given, "filter.", faults), tenant));
    }
}

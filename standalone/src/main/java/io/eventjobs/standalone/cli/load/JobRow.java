package io.eventjobs.standalone.cli.load;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job of a load test as the gateway lists it. All times are of the gateway's clock.
 *
 * @param batch its batch, null for none
 * @param ends number of executions that completed it, whether or not their results became the job's
 */
record JobRow(
        String id,
        @Nullable String batch,
        String status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        int ends) {
    private static final Set<String> FINISHED = Set.of("completed", "failed", "cancelled");
    private static final Set<String> ENDS = Set.of("completed", "refused");

    static JobRow of(JsonNode row) {
        int ends = 0;
        for (JsonNode execution : row.path("executions")) {
            ends += ENDS.contains(execution.path("outcome").asString("")) ? 1 : 0;
        }
        return new JobRow(
                row.path("job_id").asString(),
                row.path("batch_id").isString() ? row.path("batch_id").asString() : null,
                row.path("status").asString(),
                Instant.parse(row.path("created_at").asString()),
                time(row, "started_at"),
                time(row, "completed_at"),
                ends);
    }

    boolean isFinished() {
        return FINISHED.contains(status);
    }

    boolean isCompleted() {
        return status.equals("completed");
    }

    boolean isFailed() {
        return status.equals("failed");
    }

    boolean isDoubled() {
        return ends > 1;
    }

    private static @Nullable Instant time(JsonNode row, String field) {
        return row.path(field).isString() ? Instant.parse(row.path(field).asString()) : null;
    }
}

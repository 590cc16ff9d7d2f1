package io.eventjobs.standalone.cli.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of jobs, with times in milliseconds after {@link #ZERO}. */
final class Rows {
    static final Instant ZERO = Instant.parse("2026-02-01T09:00:00Z");

    private Rows() {}

    static JobRow completed(String id, @Nullable String batch, int created, int started, int completed) {
        return new JobRow(id, batch, "completed", at(created), at(started), at(completed), 1);
    }

    static JobRow completed(String id) {
        return completed(id, null, 0, 1, 2);
    }

    static JobRow completedIn(String batch, String id) {
        return completed(id, batch, 0, 1, 2);
    }

    static JobRow open(String id, @Nullable String batch) {
        return new JobRow(id, batch, "pending", ZERO, null, null, 0);
    }

    static JobRow failed(String id) {
        return new JobRow(id, null, "failed", ZERO, ZERO, null, 0);
    }

    static JobRow completedTwice(String id) {
        return new JobRow(id, null, "completed", ZERO, ZERO, ZERO, 2);
    }

    static Instant at(int millis) {
        return ZERO.plusMillis(millis);
    }
}

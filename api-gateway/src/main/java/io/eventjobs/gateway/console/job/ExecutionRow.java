package io.eventjobs.gateway.console.job;

import io.eventjobs.gateway.console.StatusBar;
import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.model.job.Effort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a job as shown to people.
 *
 * @param outcome how it ended, {@code running} while it is under way
 */
record ExecutionRow(
        String id,
        String worker,
        long token,
        Instant startedAt,
        @Nullable Instant endedAt,
        String outcome,
        List<Step> steps) {
    static ExecutionRow of(ExecutionEntry entry) {
        return new ExecutionRow(
                entry.execution().value(),
                entry.worker().value(),
                entry.token(),
                entry.startedAt(),
                entry.endedAt(),
                entry.outcome() == null ? "running" : entry.outcome().word(),
                steps(entry.effort()));
    }

    private static List<Step> steps(@Nullable Effort effort) {
        List<Step> steps = new ArrayList<>();
        if (effort != null) {
            long all = Math.max(
                    1,
                    effort.steps().stream().mapToLong(Effort.StepTime::millis).sum());
            long before = 0;
            for (Effort.StepTime time : effort.steps()) {
                steps.add(new Step(
                        time.step().word(),
                        time.millis(),
                        (int) Math.min(StatusBar.WIDTH - 4, before * StatusBar.WIDTH / all),
                        (int) Math.max(4, time.millis() * StatusBar.WIDTH / all)));
                before += time.millis();
            }
        }
        return steps;
    }

    /** A step with its place in the time of all steps. */
    record Step(String word, long millis, int x, int width) {}
}

package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.mongo.ReplayRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay, or the result of a dry run.
 *
 * @param replayId null for a dry run
 * @param status {@code running, completed, cancelled}; {@code dry_run} for a dry run
 * @param replayedCount number restarted so far, or that a dry run would restart
 * @param skippedCount number that had changed or did not exist, or that a dry run would skip
 * @param byCode for a dry run: number by error code
 * @param sample for a dry run: the first ids
 */
record ReplayView(
        @Nullable String replayId,
        String status,
        int ratePerSecond,
        int replayedCount,
        int skippedCount,
        @Nullable Map<String, Integer> byCode,
        @Nullable List<String> sample,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static ReplayView of(ReplayRecord replay) {
        return new ReplayView(
                replay.id(),
                replay.status().word(),
                replay.request().ratePerSecond(),
                replay.progress().replayed(),
                replay.progress().skipped(),
                null,
                null,
                replay.request().createdAt(),
                replay.finishedAt());
    }

    static ReplayView of(ReplayForecast.Forecast forecast, int ratePerSecond, Instant now) {
        return new ReplayView(
                null,
                "dry_run",
                ratePerSecond,
                forecast.replay(),
                forecast.skip(),
                forecast.byCode(),
                forecast.sample(),
                now,
                null);
    }
}

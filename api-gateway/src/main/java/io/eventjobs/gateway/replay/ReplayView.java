package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.mongo.ReplayRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A replay, or what one would do.
 *
 * @param replayId null of a dry run
 * @param status {@code running, completed, cancelled}; {@code dry_run} of a dry run
 * @param replayedCount started again so far; of a dry run: would be
 * @param skippedCount had moved on or were not there; of a dry run: would be skipped
 * @param byCode of a dry run: how many of each error code
 * @param sample of a dry run: the first ids
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

package io.eventjobs.gateway.console.overview;

import io.eventjobs.gateway.console.deadletter.LetterRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole at one time.
 *
 * @param waiting jobs that wait, counted up to {@link OverviewSource#MAX_COUNTED}
 * @param running jobs that a worker has, counted likewise
 * @param oldestWait null if no job waits
 * @param causes open dead letters by code, the newest {@link OverviewSource#MAX_COUNTED} of them
 * @param latest open dead letters, newest first
 */
public record Overview(
        boolean paused,
        @Nullable Instant pausedSince,
        long waiting,
        long running,
        @Nullable Duration oldestWait,
        int workers,
        int slots,
        int busySlots,
        Throughput throughput,
        Map<String, Integer> causes,
        List<LetterRow> latest) {
    /** The number of open dead letters, as far as they were counted. */
    public int deadLetters() {
        return causes.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.QueueStatistics;
import java.time.Duration;

/** Refuses further jobs when too many are waiting. Counts rarely, and adds the jobs accepted since. Thread-safe. */
final class Backlog {
    private static final Duration COUNT_INTERVAL = Duration.ofSeconds(30);
    /** A backlog this far below its limit need not be counted. */
    private static final double SAFE_SHARE = 0.5;

    private final QueueStatistics queue;
    private final int max;
    private final Ticker ticker;
    private long estimate;
    private long countedNanos;

    Backlog(QueueStatistics queue, int max, Ticker ticker) {
        this.queue = queue;
        this.max = max;
        this.ticker = ticker;
        // Treated as full, since the number of waiting jobs is unknown before the first count.
        this.estimate = max;
        this.countedNanos = ticker.nanos();
    }

    /** @throws ApiException if this many more jobs would exceed the limit */
    synchronized void admit(int more) {
        estimate += more;
        boolean old = ticker.nanos() - countedNanos > COUNT_INTERVAL.toNanos();
        if (estimate > max * SAFE_SHARE && (old || estimate > max)) {
            estimate = more + queue.backlog(max + 1);
            countedNanos = ticker.nanos();
        }
        if (estimate > max) {
            estimate -= more;
            throw new ApiException(ErrorCode.BACKLOG_FULL, ErrorCode.BACKLOG_FULL.meaning());
        }
    }
}

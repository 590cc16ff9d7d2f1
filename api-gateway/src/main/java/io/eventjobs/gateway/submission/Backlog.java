package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.mongo.JobRecords;
import io.eventjobs.model.job.JobStatus;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** Refuses more jobs when too many wait already. Counts seldom, and adds what was accepted since. Thread-safe. */
final class Backlog {
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(30);
    /** A backlog that far from its bound need not be counted. */
    private static final double SAFE_SHARE = 0.5;

    private final JobRecords jobs;
    private final int max;
    private final Ticker ticker;
    private long estimate;
    private long countedNanos;

    Backlog(JobRecords jobs, int max, Ticker ticker) {
        this.jobs = jobs;
        this.max = max;
        this.ticker = ticker;
        this.countedNanos = ticker.nanos();
    }

    /** @throws ApiException if so many more would be too many */
    synchronized void admit(int more) {
        estimate += more;
        boolean old = ticker.nanos() - countedNanos > BETWEEN_COUNTS.toNanos();
        if (estimate > max * SAFE_SHARE && (old || estimate > max)) {
            List<String> waiting =
                    List.of(JobStatus.PENDING.word(), JobStatus.QUEUED.word(), JobStatus.PROCESSING.word());
            estimate = more + jobs.count(new Document("status", new Document("$in", waiting)), max + 1);
            countedNanos = ticker.nanos();
        }
        if (estimate > max) {
            estimate -= more;
            throw new ApiException(ErrorCode.BACKLOG_FULL, ErrorCode.BACKLOG_FULL.meaning());
        }
    }
}

package io.eventjobs.gateway.console.overview;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.console.CostlyReading;
import io.eventjobs.gateway.console.deadletter.LetterRow;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.mongo.DeadLetterRecords;
import io.eventjobs.gateway.mongo.FinishedJobs;
import io.eventjobs.gateway.mongo.QueueSetting;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.gateway.queue.QueueSwitch;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads the overview, at most once a second, and seldomer if that takes long, for all people who look at it. Every number is counted up to a limit, so that a page view costs
 * the same on any number of jobs. Thread-safe.
 */
@Component
public class OverviewSource {
    /** Numbers above are shown as "or more". */
    public static final int MAX_COUNTED = 10_000;

    private static final int LATEST = 5;
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);
    private static final DeadLetterFilter ANY = new DeadLetterFilter(null, null, null, null, null, null);

    private final Queue queue;
    private final WorkerRegistry workers;
    private final RecentlyFinished completed;
    private final RecentlyFinished failed;
    private final Failures failures;
    private final CostlyReading<Clock, Overview> reading;
    private final Clock clock;

    OverviewSource(
            Queue queue, WorkerRegistry workers, FinishedJobs finished, Failures failures, Ticker ticker, Clock clock) {
        this.queue = queue;
        this.workers = workers;
        this.completed = of(finished, JobStatus.COMPLETED);
        this.failed = of(finished, JobStatus.FAILED);
        this.failures = failures;
        this.reading = new CostlyReading<>(now -> read(now.instant()), ticker);
        this.clock = clock;
    }

    private static RecentlyFinished of(FinishedJobs finished, JobStatus status) {
        return new RecentlyFinished(since -> finished.since(status, since, MAX_COUNTED), MAX_COUNTED);
    }

    public Overview now() {
        return reading.of(clock);
    }

    private Overview read(Instant now) {
        QueueSetting.State state = queue.setting.state();
        List<Report.Presence> present = workers.present();
        return new Overview(
                state.paused(),
                state.since(),
                queue.statistics.count(JobStatus.PENDING, MAX_COUNTED)
                        + queue.statistics.count(JobStatus.QUEUED, MAX_COUNTED),
                queue.statistics.count(JobStatus.PROCESSING, MAX_COUNTED),
                queue.statistics.longestWait(now).orElse(null),
                present.size(),
                workers.slots(),
                present.stream().mapToInt(Report.Presence::busySlots).sum(),
                Throughput.of(completed.at(now), failed.at(now), now),
                failures.records.codes(ANY, OPEN, MAX_COUNTED),
                failures.letters.newest(ANY, OPEN, null, LATEST).stream()
                        .map(LetterRow::of)
                        .toList());
    }

    /** What is known of the queue. */
    @Component
    record Queue(QueueSwitch setting, QueueStatistics statistics) {}

    /** What is known of failures. */
    @Component
    record Failures(DeadLetterRecords records, DeadLetters letters) {}
}

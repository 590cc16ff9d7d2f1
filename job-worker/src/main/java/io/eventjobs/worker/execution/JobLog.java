package io.eventjobs.worker.execution;

import io.eventjobs.model.job.LogLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Lines for a job's log that have not been sent with a report yet. Thread-safe. */
final class JobLog {
    private static final int MAX_PER_REPORT = 100;

    private final Clock clock;
    private final List<LogLine> lines = new ArrayList<>();

    JobLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(LogLine.Level level, String message) {
        lines.add(new LogLine(clock.instant(), level, message));
    }

    /** Removes and returns the latest lines. */
    synchronized List<LogLine> take() {
        List<LogLine> latest = List.copyOf(lines.subList(Math.max(0, lines.size() - MAX_PER_REPORT), lines.size()));
        lines.clear();
        return latest;
    }
}

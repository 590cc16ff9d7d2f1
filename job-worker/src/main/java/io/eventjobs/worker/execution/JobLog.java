package io.eventjobs.worker.execution;

import io.eventjobs.model.job.LogLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Lines for the log of a job that no report has carried yet. Thread-safe. */
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

    /** The latest of them; they are handed out once. */
    synchronized List<LogLine> take() {
        List<LogLine> latest = List.copyOf(lines.subList(Math.max(0, lines.size() - MAX_PER_REPORT), lines.size()));
        lines.clear();
        return latest;
    }
}

package io.eventjobs.worker.execution;

import io.eventjobs.model.job.LogLine;
import java.util.ArrayList;
import java.util.List;

/** Log lines that no report has carried yet. Thread-safe. */
final class UnreportedLines {
    private static final int MAX_PER_REPORT = 100;

    private final List<LogLine> lines = new ArrayList<>();

    synchronized void add(LogLine line) {
        lines.add(line);
    }

    /** The latest of them; they are handed out once. */
    synchronized List<LogLine> take() {
        List<LogLine> latest = List.copyOf(lines.subList(Math.max(0, lines.size() - MAX_PER_REPORT), lines.size()));
        lines.clear();
        return latest;
    }
}

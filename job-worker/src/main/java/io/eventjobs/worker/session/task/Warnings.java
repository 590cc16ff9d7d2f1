package io.eventjobs.worker.session.task;

import io.eventjobs.model.job.LogLine;
import io.eventjobs.worker.work.Execution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The warnings of a job's results, bounded in number and length. Each is written to the job's log at once, so it is there even if
 * the job fails later. For the thread of an execution.
 */
public final class Warnings {
    static final int MAX_WARNINGS = 50;
    static final int MAX_LENGTH = 400;

    private final Execution execution;
    private final List<String> warnings = new ArrayList<>();

    Warnings(Execution execution) {
        this.execution = execution;
    }

    /** Adds one, unless there are too many already. */
    public void add(String warning) {
        if (warnings.size() < MAX_WARNINGS) {
            String bounded = warning.length() <= MAX_LENGTH ? warning : warning.substring(0, MAX_LENGTH - 1) + "…";
            execution.log(LogLine.Level.WARNING, bounded);
            warnings.add(bounded);
        }
    }

    public void addAll(Collection<String> more) {
        more.forEach(this::add);
    }

    /** In the order in which they were added. */
    public List<String> all() {
        return List.copyOf(warnings);
    }
}

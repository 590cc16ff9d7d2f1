package io.eventjobs.worker.session.task;

import io.eventjobs.model.job.LogLine;
import io.eventjobs.worker.work.Execution;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Warnings of the results, bounded in number and length; each also stands in the job's log as it comes up. */
public final class Warnings extends AbstractList<String> {
    static final int MAX_COUNT = 50;
    static final int MAX_LENGTH = 400;

    private final Execution execution;
    private final List<String> warnings = new ArrayList<>();

    public Warnings(Execution execution) {
        this.execution = execution;
    }

    /** Adds to the end; false when there are too many already. */
    @Override
    public boolean add(String warning) {
        if (warnings.size() == MAX_COUNT) {
            return false;
        }
        String bounded = warning.length() <= MAX_LENGTH ? warning : warning.substring(0, MAX_LENGTH - 1) + "…";
        execution.log(LogLine.Level.WARNING, bounded);
        return warnings.add(bounded);
    }

    @Override
    public boolean addAll(Collection<? extends String> more) {
        return more.stream().filter(this::add).count() > 0;
    }

    @Override
    public String get(int index) {
        return warnings.get(index);
    }

    @Override
    public int size() {
        return warnings.size();
    }
}

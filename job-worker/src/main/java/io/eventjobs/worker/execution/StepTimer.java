package io.eventjobs.worker.execution;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ProgressStep;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Measures the durations of an execution and its steps, in nanoseconds of the monotonic clock. Not thread-safe. */
final class StepTimer {
    private final Map<ProgressStep, Long> spent = new EnumMap<>(ProgressStep.class);
    private ProgressStep step = ProgressStep.QUEUED;
    private long startNanos;
    private long stepNanos;

    void start(long now) {
        startNanos = now;
        stepNanos = now;
    }

    void begin(ProgressStep next, long now) {
        spent.merge(step, sinceStep(now), Long::sum);
        step = next;
        stepNanos = now;
    }

    ProgressStep step() {
        return step;
    }

    long sinceStart(long now) {
        return now - startNanos;
    }

    long sinceStep(long now) {
        return now - stepNanos;
    }

    /** The duration of each step so far; time before the first step belongs to none. */
    List<Effort.StepTime> times(long now) {
        Map<ProgressStep, Long> all = new EnumMap<>(spent);
        all.merge(step, sinceStep(now), Long::sum);
        all.remove(ProgressStep.QUEUED);
        return all.entrySet().stream()
                .map(time -> new Effort.StepTime(time.getKey(), TimeUnit.NANOSECONDS.toMillis(time.getValue())))
                .toList();
    }
}

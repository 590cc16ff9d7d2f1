package io.eventjobs.benchmarks;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.usage.UsageLedger;
import io.eventjobs.worker.work.Execution;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** An execution that records the peak heap usage of each step. */
final class MeteredExecution implements Execution {
    private final JobCommand command;
    private final Path folder;
    private final HeapMeter meter;
    private final UsageLedger usage = new UsageLedger();
    private final Map<ProgressStep, Long> peaks = new EnumMap<>(ProgressStep.class);
    private ProgressStep step = ProgressStep.QUEUED;

    MeteredExecution(JobCommand command, Path folder, HeapMeter meter) {
        this.command = command;
        this.folder = folder;
        this.meter = meter;
        meter.takePeak();
    }

    /** Peak usage in bytes, by step. */
    Map<ProgressStep, Long> peaks() {
        notePeak();
        return peaks;
    }

    @Override
    public JobCommand command() {
        return command;
    }

    @Override
    public ExecutionPrefix prefix() {
        return new ExecutionPrefix(command.tenant(), command.jobId(), command.token(), new ExecutionId("x1"));
    }

    @Override
    public Path workFolder() {
        return folder;
    }

    @Override
    public UsageLedger usage() {
        return usage;
    }

    @Override
    public synchronized void begin(ProgressStep next, String message) {
        notePeak();
        step = next;
    }

    @Override
    public void advance(int done, int total, String message) {}

    @Override
    public void log(LogLine.Level level, String message) {}

    private void notePeak() {
        peaks.merge(step, meter.takePeak(), Math::max);
    }
}

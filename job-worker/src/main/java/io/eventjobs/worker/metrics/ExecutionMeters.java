package io.eventjobs.worker.metrics;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.ExecutionListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts outcomes of executions. Thread-safe. */
final class ExecutionMeters implements ExecutionListener {
    private final Counter claims;
    private final Counter refusals;
    private final Counter completed;
    private final Counter failed;
    private final Map<InterruptionReason, Counter> interruptions = new EnumMap<>(InterruptionReason.class);
    private final Map<ProgressStep, Timer> steps = new EnumMap<>(ProgressStep.class);

    ExecutionMeters(MeterRegistry meters) {
        this.claims = meters.counter("event_jobs_worker_claims");
        this.refusals = meters.counter("event_jobs_worker_refusals");
        this.completed = meters.counter("event_jobs_worker_completions");
        this.failed = meters.counter("event_jobs_worker_failures");
        for (InterruptionReason reason : InterruptionReason.values()) {
            interruptions.put(reason, meters.counter("event_jobs_worker_interruptions", "reason", reason.word()));
        }
        for (ProgressStep step : ProgressStep.values()) {
            if (step != ProgressStep.QUEUED && step != ProgressStep.COMPLETED) {
                steps.put(step, meters.timer("event_jobs_worker_step", "step", step.word()));
            }
        }
    }

    @Override
    public void claimed() {
        claims.increment();
    }

    @Override
    public void refused() {
        refusals.increment();
    }

    @Override
    public void ended(Report.OfExecution report) {
        switch (report) {
            case Report.Completed end -> completed.increment();
            case Report.Failed end -> failed.increment();
            case Report.Interrupted end ->
                Objects.requireNonNull(interruptions.get(end.reason())).increment();
            case Report.Claimed claim -> {}
            case Report.Progressed progress -> {}
        }
        Effort effort = report.effort();
        if (effort != null) {
            effort.steps().forEach(this::record);
        }
    }

    private void record(Effort.StepTime time) {
        Timer timer = steps.get(time.step());
        if (timer != null) {
            timer.record(time.millis(), TimeUnit.MILLISECONDS);
        }
    }
}

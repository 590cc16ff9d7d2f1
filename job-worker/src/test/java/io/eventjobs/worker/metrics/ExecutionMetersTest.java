package io.eventjobs.worker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.execution.SlotHarness;
import io.eventjobs.worker.fixture.Commands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExecutionMetersTest {
    private static final Report.Execution EXECUTION =
            new Report.Execution(Commands.job(1), 7, new ExecutionId("e-1"), SlotHarness.WORKER);
    private static final Effort EFFORT =
            new Effort(List.of(new Effort.StepTime(ProgressStep.FETCHING_PAGE, 1_500)), List.of());

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ExecutionMeters meters = new ExecutionMeters(registry);

    @Test
    void countClaimsAndRefusals() {
        meters.claimed();
        meters.claimed();
        meters.refused();

        assertThat(registry.counter("event_jobs_worker_claims").count()).isEqualTo(2);
        assertThat(registry.counter("event_jobs_worker_refusals").count()).isOne();
    }

    @Test
    void countHowExecutionsEndedAndMeasureTheirSteps() {
        meters.ended(new Report.Completed(EXECUTION, JobResults.nothing(), List.of(), EFFORT));
        meters.ended(new Report.Failed(EXECUTION, Failure.of(FailureCode.NOT_A_PAGE, "no"), List.of(), EFFORT));
        meters.ended(new Report.Interrupted(EXECUTION, InterruptionReason.DRAIN, List.of()));

        assertThat(registry.counter("event_jobs_worker_completions").count()).isOne();
        assertThat(registry.counter("event_jobs_worker_failures").count()).isOne();
        assertThat(registry.counter("event_jobs_worker_interruptions", "reason", "drain")
                        .count())
                .isOne();
        assertThat(registry.timer("event_jobs_worker_step", "step", "fetching_page")
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }
}

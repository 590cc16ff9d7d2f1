package io.eventjobs.gateway.jobaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobActionServiceTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final JobActionService actions = gateway.actions();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void takesARunningJobFromTheWorkerThatHasItAndSaysWhy() {
        Report.Execution running = gateway.running();

        assertThat(actions.apply(running.jobId(), this::cancelled, "enough")).isPresent();

        assertThat(gateway.status(running.jobId())).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancels()).containsExactly(new Control.Cancel(GatewayHarness.WORKER, running.jobId(), 1, "enough"));
    }

    @Test
    void tellsNoWorkerAboutAJobThatNobodyWasGranted() {
        JobId queued = gateway.dispatched().id();

        actions.apply(queued, this::cancelled, "enough");

        assertThat(gateway.status(queued)).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancels()).isEmpty();
    }

    @Test
    void tellsNoWorkerThatHadTheJobUnderAnOlderToken() {
        Report.Execution first = gateway.running();
        gateway.handsBack(first, InterruptionReason.DRAIN);
        gateway.pass(Duration.ofSeconds(30));
        gateway.round();
        assertThat(gateway.job(first.jobId()).token()).isEqualTo(2);

        actions.apply(first.jobId(), this::cancelled, "enough");

        assertThat(cancels()).isEmpty();
    }

    @Test
    void tellsNoWorkerWhereTheJobGoesOn() {
        Report.Execution running = gateway.running();
        gateway.fails(running, FailureCode.HTTP_NOT_FOUND);

        actions.apply(running.jobId(), this::restarted, "Restarted");

        assertThat(gateway.status(running.jobId())).isEqualTo(JobStatus.PENDING);
        assertThat(cancels()).isEmpty();
    }

    @Test
    void aRestartedJobIsDispatchedWithoutAnybodyLookingForIt() {
        Report.Execution running = gateway.running();
        gateway.completes(running);

        actions.apply(running.jobId(), this::restarted, "Restarted");
        gateway.round();

        assertThat(gateway.commandsOf(running.jobId())).hasSize(2).last().satisfies(again -> {
            assertThat(again.token()).isEqualTo(2);
            assertThat(again.run()).isEqualTo(2);
        });
    }

    @Test
    void aFinishedBatchIsOpenAgainBeforeItsRestartedJobIsDispatched() {
        JobId job = gateway.batch(1, null).getFirst().id();
        gateway.round();
        gateway.completes(gateway.claims(job, "x1"));
        gateway.recounting().now(Jobs.BATCH);
        assertThat(gateway.batch().status()).isEqualTo(BatchStatus.COMPLETED);

        actions.applyToOneOfMany(job, this::restarted, "Restarted");

        assertThat(gateway.batch().status()).isEqualTo(BatchStatus.PENDING);
        assertThat(gateway.eventsOf("batch-1")).last().isEqualTo("batch.reopened");
    }

    @Test
    void aDecisionThatDoesNotApplyChangesNothingAndIsToldToNobody() {
        Report.Execution running = gateway.running();
        gateway.completes(running);
        JobRecord before = gateway.job(running.jobId());
        gateway.gives(GatewayHarness.all());

        assertThat(actions.apply(running.jobId(), this::cancelled, "late")).isEmpty();

        assertThat(gateway.job(running.jobId())).isEqualTo(before);
        assertThat(cancels()).isEmpty();
        assertThat(gateway.told()).isEmpty();
    }

    @Test
    void thereIsNothingToDecideAboutAJobThatIsNotThere() {
        Function<JobRecord, Optional<JobRecord>> never = job -> {
            throw new AssertionError("asked about " + job);
        };

        assertThat(actions.apply(JobId.at(Jobs.NOW, UUID.randomUUID()), never, "enough"))
                .isEmpty();
    }

    @Test
    void tellsTheGatewayThatLooksAfterTheJob() {
        JobId job = gateway.submitted().id();
        gateway.gives(GatewayHarness.all());

        actions.apply(job, this::cancelled, "enough");

        assertThat(gateway.told()).containsExactly(new Report.Touched(job, null));
    }

    @Test
    void whoeverChangesManyTellsOfThemOnItsOwn() {
        JobId job = gateway.submitted().id();
        gateway.gives(GatewayHarness.all());

        assertThat(actions.applyToOneOfMany(job, this::cancelled, "enough")).isPresent();

        assertThat(gateway.told()).isEmpty();
    }

    private List<Control> cancels() {
        return gateway.controls().stream()
                .filter(Control.Cancel.class::isInstance)
                .toList();
    }

    private Optional<JobRecord> cancelled(JobRecord job) {
        return JobActions.cancelled(job, "enough", gateway.time().instant());
    }

    private Optional<JobRecord> restarted(JobRecord job) {
        return JobActions.restarted(job, null, gateway.time().instant());
    }
}

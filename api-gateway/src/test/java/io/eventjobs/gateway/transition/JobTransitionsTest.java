package io.eventjobs.gateway.transition;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobTransitionsTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void storesWhatIsDecidedAndPublishesWhatBecameTrue() {
        JobRecord job = harness.submitted();

        Optional<JobRecord> stored = harness.jobs().change(job.id(), this::cancelled);

        assertThat(stored).contains(harness.job(job.id()));
        assertThat(harness.eventsOf(job.id())).containsExactly("job.created", "job.cancelled");
        assertThat(harness.jobIndex().count(JobStatus.PENDING)).isZero();
    }

    @Test
    void decidesAgainFromTheStoredRecordWhenSomebodyWasFaster() {
        JobRecord job = harness.submitted();
        List<JobStatus> seen = new ArrayList<>();
        harness.meanwhile("jobs", 0, () -> harness.dispatchedElsewhere(job.id()));

        harness.jobs().change(job.id(), current -> {
            seen.add(current.status());
            return cancelled(current);
        });

        assertThat(seen).containsExactly(JobStatus.PENDING, JobStatus.QUEUED);
        assertThat(harness.status(job.id())).isEqualTo(JobStatus.CANCELLED);
        assertThat(harness.job(job.id()).token()).isEqualTo(1);
    }

    @Test
    void aDecisionThatAppliesToAStaleRecordOnlyStoresNothing() {
        JobRecord job = harness.submitted();
        harness.storedElsewhere(cancelled(job).orElseThrow());

        Optional<JobRecord> dispatched =
                harness.jobs().change(job.id(), current -> JobLifecycle.dispatched(current, Jobs.NOW));

        assertThat(dispatched).isEmpty();
        assertThat(harness.status(job.id())).isEqualTo(JobStatus.CANCELLED);
        assertThat(harness.jobIndex().cached(job.id())).isEmpty();
    }

    @Test
    void aDecisionThatAppliesToTheStoredRecordOnlyIsStored() {
        JobRecord job = harness.submitted();
        harness.dispatchedElsewhere(job.id());

        Optional<JobRecord> granted = harness.jobs()
                .change(
                        job.id(),
                        current -> JobLifecycle.granted(current, Jobs.claimOf(harness.job(job.id()), "x1"), Jobs.NOW));

        assertThat(granted).isPresent();
    }

    @Test
    void changesNothingOfAJobThatIsNotThere() {
        assertThat(harness.jobs().change(Jobs.pending().id(), this::cancelled)).isEmpty();
    }

    @Test
    void tellsOfEachDispatchThatEndedOnceAndOfNothingElse() {
        List<JobRecord> ended = new ArrayList<>();
        JobTransitions jobs = new JobTransitions(
                harness.jobRecords(),
                harness.jobIndex(),
                harness.outbox(),
                harness.recounting(),
                List.of(ended::add),
                harness.bean(ConditionalUpdate.class));
        JobRecord job = harness.submitted();
        JobId id = job.id();

        jobs.change(id, current -> JobLifecycle.dispatched(current, Jobs.NOW));
        Report.Execution claim = Jobs.claimOf(harness.job(id), "x1");
        jobs.change(id, current -> JobLifecycle.granted(current, claim, Jobs.NOW));
        assertThat(ended).isEmpty();

        jobs.change(id, this::cancelled);
        jobs.change(id, this::cancelled);
        assertThat(ended)
                .extracting(JobRecord::id, JobRecord::token)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, 1L));
    }

    @Test
    void gathersAJobOfABatchForTheNextCount() {
        JobRecord job = harness.batch(1, null).getFirst();
        harness.recounts();
        assertThat(harness.batch().state().counts().cancelled()).isZero();

        harness.jobs().change(job.id(), this::cancelled);
        harness.pass(GatewayHarness.MOMENT);
        harness.recounts();

        assertThat(harness.batch().state().counts().cancelled()).isOne();
    }

    private Optional<JobRecord> cancelled(JobRecord job) {
        return JobActions.cancelled(job, "enough", Jobs.NOW);
    }
}

package io.eventjobs.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.transition.ChangeListener;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangePropagationTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void ownJobsAreKnownHereAtOnceAndToldToNobody() {
        harness.submitted();

        assertThat(harness.jobIndex().count(JobStatus.PENDING)).isOne();
        assertThat(harness.told()).isEmpty();
    }

    @Test
    void jobsOfAnotherGatewayAreToldToIt() {
        harness.gives(GatewayHarness.all());

        JobRecord job = harness.submitted();

        assertThat(harness.jobIndex().count(JobStatus.PENDING)).isZero();
        assertThat(harness.told()).containsExactly(new Report.Touched(job.id(), null));
    }

    @Test
    void theEventsOfAJobArePublishedByWhoeverStoredIt() {
        harness.gives(GatewayHarness.all());

        JobRecord job = harness.submitted();

        assertThat(harness.eventsOf(job.id())).containsExactly("job.created");
    }

    @Test
    void batchesAreToldInEveryPartitionOfOthers() {
        harness.gives(Set.of(3, 4));

        harness.batch(2, null);

        assertThat(harness.told()).hasSize(2).containsOnly(new Report.Touched(null, Jobs.BATCH.toString()));
    }

    @Test
    void whatCannotBePassedOnFailsNobodyAndIsFoundByAScan() {
        List<JobRecord> jobs = harness.batch(1, null);
        JobRecord job = harness.job(jobs.getFirst().id());
        harness.mongoIsAway(true);

        harness.bean(ChangeListener.class).batchChanged(batch());
        harness.bean(ChangeListener.class).jobChanged(job);

        assertThat(harness.told()).isEmpty();
    }

    private io.eventjobs.gateway.batch.BatchRecord batch() {
        harness.mongoIsAway(false);
        io.eventjobs.gateway.batch.BatchRecord batch = harness.batch();
        harness.mongoIsAway(true);
        return batch;
    }
}

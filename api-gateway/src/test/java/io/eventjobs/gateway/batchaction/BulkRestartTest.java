package io.eventjobs.gateway.batchaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.BatchStatus;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkRestartTest {
    private static final JobScope BATCH = new JobScope.OfBatch(Jobs.BATCH);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final BulkRestart restart = gateway.bean(BulkRestart.class);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void startsTheFailedJobsOfABatchAgain() {
        List<JobRecord> jobs = failedBatch(3);

        assertThat(restart.restart(BATCH, BulkRestart.states(null), null)).isEqualTo(3);
        assertThat(gateway.in(JobStatus.PENDING, jobs)).hasSize(3);
        assertThat(gateway.batch().status()).isNotEqualTo(BatchStatus.FAILED);
    }

    @Test
    void leavesCompletedJobsAloneUnlessAllAreMeant() {
        JobRecord done = gateway.batch(1, null).getFirst();
        gateway.round();
        gateway.completes(gateway.claims(done.id(), "x1"));
        gateway.pass(Duration.ofSeconds(1));

        assertThat(restart.restart(BATCH, BulkRestart.states("failed"), null)).isZero();
        assertThat(restart.restart(BATCH, BulkRestart.states("all"), null)).isEqualTo(1);
        assertThat(gateway.status(done.id())).isEqualTo(JobStatus.PENDING);
    }

    @Test
    void leavesUnfinishedJobsAlone() {
        gateway.batch(2, null);
        gateway.pass(Duration.ofSeconds(1));

        assertThat(restart.restart(BATCH, BulkRestart.states("all"), null)).isZero();
    }

    @Test
    void startsTheJobsOfAnEventOverAllItsBatches() {
        failedBatch(2);

        assertThat(restart.restart(event(Jobs.TENANT), BulkRestart.states(null), null))
                .isEqualTo(2);
        assertThat(restart.restart(event(new TenantId("other")), BulkRestart.states(null), null))
                .isZero();
    }

    @Test
    void restartsEachJobOnceThoughItFailsAgainAtOnce() {
        failedBatch(2);

        assertThat(restart.restart(BATCH, BulkRestart.states(null), null)).isEqualTo(2);
        gateway.intents().perform(Jobs.BATCH, BatchState.Action.FAIL, "again");

        assertThat(restart.restart(BATCH, BulkRestart.states(null), null)).isZero();
    }

    private List<JobRecord> failedBatch(int size) {
        List<JobRecord> jobs = gateway.batch(size, null);
        gateway.intents().perform(Jobs.BATCH, BatchState.Action.FAIL, "because");
        gateway.pass(Duration.ofSeconds(1));
        return jobs;
    }

    private static JobScope event(TenantId tenant) {
        return new JobScope.OfEvent(tenant, "FOSDEM 2025");
    }
}

package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BatchRetentionTest {
    private static final Duration RETENTION = Duration.ofDays(7);

    private final GatewayHarness gateway = GatewayHarness.start();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void deletesAFinishedBatchWhoseJobsAreAllDeleted() {
        emptied();
        gateway.pass(RETENTION.plusSeconds(1));

        sweep(RETENTION);

        assertThat(gateway.batch().isDeleted()).isTrue();
    }

    @Test
    void keepsItUntilTheRetentionEnds() {
        emptied();
        gateway.pass(RETENTION);

        sweep(RETENTION);

        assertThat(gateway.batch().isDeleted()).isFalse();
    }

    @Test
    void keepsABatchThatStillHoldsAJob() {
        failed();
        gateway.pass(RETENTION.multipliedBy(2));

        sweep(RETENTION);

        assertThat(gateway.batch().isDeleted()).isFalse();
    }

    @Test
    void keepsEveryBatchWithoutARetention() {
        emptied();
        gateway.pass(RETENTION.multipliedBy(100));

        sweep(null);

        assertThat(gateway.batch().isDeleted()).isFalse();
    }

    private void emptied() {
        failed().forEach(job -> gateway.actions()
                .apply(
                        job.id(),
                        current -> JobActions.deleted(current, gateway.time().instant()),
                        "gone"));
        gateway.recounting().now(Jobs.BATCH);
    }

    private List<JobRecord> failed() {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.intents().perform(Jobs.BATCH, BatchState.Action.FAIL, "because");
        return jobs;
    }

    private void sweep(@Nullable Duration retention) {
        SweepProperties properties = new SweepProperties(
                Duration.ofSeconds(30),
                1_000,
                Duration.ofHours(6),
                Duration.ofDays(30),
                DataSize.ofGigabytes(1),
                retention);
        new BatchRetention(
                        gateway.batchRecords(),
                        gateway.intents(),
                        gateway.bean(OwnedPartitions.class),
                        properties,
                        gateway.time())
                .run();
    }
}

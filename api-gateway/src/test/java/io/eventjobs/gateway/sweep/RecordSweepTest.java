package io.eventjobs.gateway.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.JobRequest;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Report;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RecordSweepTest {
    private static final Duration KEY_RETENTION = Duration.ofHours(24);
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final IdempotencyMark MARK = new IdempotencyMark("default:key", "hash");

    private final GatewayHarness gateway = GatewayHarness.start();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void releasesAnIdempotencyKeyWhoseTimeIsOver() {
        gateway.submitted(withKey());
        gateway.pass(KEY_RETENTION.plusSeconds(1));

        sweep(null);

        assertThat(gateway.jobRecords().findByIdempotencyKey(MARK.key())).isEmpty();
    }

    @Test
    void keepsAnIdempotencyKeyUntilItsTimeIsOver() {
        gateway.submitted(withKey());
        gateway.pass(KEY_RETENTION);

        sweep(null);

        assertThat(gateway.jobRecords().findByIdempotencyKey(MARK.key())).isPresent();
    }

    @Test
    void deletesAFinishedJobWhoseRetentionHasEnded() {
        JobId id = completed();
        gateway.pass(RETENTION.plusSeconds(1));

        sweep(RETENTION);

        assertThat(gateway.job(id).isDeleted()).isTrue();
    }

    @Test
    void keepsAFinishedJobUntilItsRetentionEnds() {
        JobId id = completed();
        gateway.pass(RETENTION);

        sweep(RETENTION);

        assertThat(gateway.job(id).isDeleted()).isFalse();
    }

    @Test
    void keepsFinishedJobsForEverWithoutARetention() {
        JobId id = completed();
        gateway.pass(RETENTION.multipliedBy(100));

        sweep(null);

        assertThat(gateway.job(id).isDeleted()).isFalse();
    }

    @Test
    void keepsUnfinishedJobsHoweverOldTheyAre() {
        JobId id = gateway.submitted().id();
        gateway.pass(RETENTION.multipliedBy(100));

        sweep(RETENTION);

        assertThat(gateway.job(id).isDeleted()).isFalse();
    }

    @Test
    void leavesTheWorkToTheGatewayThatOwnsTheTask() {
        JobId id = completed();
        gateway.pass(RETENTION.plusSeconds(1));
        gateway.gives(GatewayHarness.all());

        sweep(RETENTION);

        assertThat(gateway.job(id).isDeleted()).isFalse();
    }

    private JobId completed() {
        Report.Execution running = gateway.running();
        gateway.completes(running);
        return running.jobId();
    }

    private void sweep(@Nullable Duration retention) {
        SweepProperties properties = new SweepProperties(
                Duration.ofSeconds(30),
                1_000,
                Duration.ofHours(6),
                Duration.ofDays(30),
                DataSize.ofGigabytes(1),
                retention);
        new RecordSweep(
                        gateway.jobRecords(),
                        gateway.batchRecords(),
                        gateway.actions(),
                        gateway.bean(OwnedPartitions.class),
                        new RecordSweep.Times(properties, KEY_RETENTION),
                        gateway.time())
                .run();
    }

    private static JobRecord withKey() {
        JobRecord job = Jobs.pending();
        JobRequest request = job.request();
        return JobLifecycle.accepted(
                job.id(),
                new JobRequest(
                        request.tenant(),
                        null,
                        0,
                        request.name(),
                        request.parameters(),
                        request.priority(),
                        request.createdAt(),
                        MARK));
    }
}

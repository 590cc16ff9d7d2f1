package io.eventjobs.gateway.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.job.JobActions;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.kafka.OwnedPartitions;
import io.eventjobs.gateway.mongo.UnfinishedRecords;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.LogLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TombstonePurgeTest {
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private final TombstonePurge purge = new TombstonePurge(
            gateway.bean(UnfinishedRecords.class),
            new TombstonePurge.Storage(gateway.jobRecords(), gateway.batchRecords(), gateway.logs()),
            store,
            gateway.bean(OwnedPartitions.class),
            new TombstonePurge.Timing(GRACE, GRACE, gateway.time()));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void removesTheObjectsTheLogsAndTheRecordOfADeletedJob() {
        JobRecord job = gateway.submitted();
        gateway.logs().append(job.id(), List.of(new LogLine(Jobs.NOW, LogLine.Level.INFO, "on it")));
        List.of("default/jobs/" + job.id() + "/x1/a.md", "default/inputs/" + job.id() + "/video_transcript.txt")
                .forEach(this::put);
        put("default/jobs/job-of-another/x1/a.md");
        delete(job);
        gateway.pass(GRACE.plusSeconds(1));

        purge.run();

        assertThat(gateway.jobRecords().find(job.id())).isEmpty();
        assertThat(gateway.logs().of(job.id())).isEmpty();
        assertThat(store.list("", "", 10)).containsExactly("default/jobs/job-of-another/x1/a.md");
    }

    @Test
    void leavesATombstoneAloneForTheGraceSinceAnExecutionMayStillWrite() {
        JobId id = deleted();
        gateway.pass(GRACE);

        purge.run();

        assertThat(gateway.jobRecords().find(id)).isPresent();
    }

    @Test
    void leavesATombstoneAloneWhileItsEventsAreNotPublished() {
        JobRecord job = gateway.submitted();
        gateway.settles();
        gateway.kafkaIsAway(true);
        gateway.actions()
                .apply(
                        job.id(),
                        current -> JobActions.deleted(current, gateway.time().instant()),
                        "gone");
        gateway.settles();
        gateway.pass(GRACE.plusSeconds(1));

        purge.run();

        assertThat(gateway.jobRecords().find(job.id())).isPresent();
    }

    @Test
    void leavesTombstonesOfOtherGatewaysAlone() {
        JobId id = deleted();
        gateway.pass(GRACE.plusSeconds(1));
        gateway.gives(GatewayHarness.all());

        purge.run();

        assertThat(gateway.jobRecords().find(id)).isPresent();
    }

    @Test
    void leavesJobsAloneThatNobodyDeleted() {
        JobId id = gateway.submitted().id();
        gateway.pass(GRACE.plusSeconds(1));

        purge.run();

        assertThat(gateway.jobRecords().find(id)).isPresent();
    }

    @Test
    void discardsADeletedBatchWithItsJobs() {
        List<JobRecord> jobs = gateway.batch(2, null);
        gateway.intents().perform(Jobs.BATCH, BatchState.Action.DELETE, "gone");
        gateway.recovers();
        gateway.settles();
        gateway.pass(GRACE.plusSeconds(1));

        purge.run();

        assertThat(gateway.batchRecords().find(Jobs.BATCH)).isEmpty();
        assertThat(jobs).allSatisfy(job -> assertThat(gateway.jobRecords().find(job.id()))
                .isEmpty());
    }

    private JobId deleted() {
        JobRecord job = gateway.submitted();
        delete(job);
        return job.id();
    }

    private void delete(JobRecord job) {
        gateway.actions()
                .apply(
                        job.id(),
                        current -> JobActions.deleted(current, gateway.time().instant()),
                        "gone");
        gateway.settles();
    }

    private void put(String key) {
        store.put(key, new byte[] {1}, "text/plain");
    }
}

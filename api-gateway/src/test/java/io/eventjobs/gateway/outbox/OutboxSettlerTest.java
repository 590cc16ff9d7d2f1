package io.eventjobs.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class OutboxSettlerTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void clearsWhatIsPublishedFromJobsAndBatches() {
        harness.batch(1, null);
        JobRecord job = harness.submitted();
        assertThat(harness.job(job.id()).outbox().events()).hasSize(1);

        harness.settles();

        assertThat(harness.job(job.id()).outbox().events()).isEmpty();
        assertThat(harness.batch().outbox().events()).isEmpty();
        assertThat(harness.batch().outbox().sequence()).isEqualTo(1);
    }

    @Test
    void leavesWhatWasAddedSince() {
        JobRecord job = harness.submitted();
        harness.kafkaIsAway(true);
        harness.round();

        harness.settles();

        assertThat(harness.job(job.id()).outbox().events())
                .extracting(event -> event.type().word())
                .containsExactly("job.queued");
    }

    @Test
    void whatCouldNotBeClearedIsClearedTheNextTime() {
        JobRecord job = harness.submitted();
        harness.batch(1, null);
        harness.collectionIsAway("batches");
        assertThatThrownBy(harness::settles).isInstanceOf(DataAccessException.class);
        harness.mongoIsAway(false);

        harness.settles();

        assertThat(harness.job(job.id()).outbox().events()).isEmpty();
        assertThat(harness.batch(Jobs.BATCH).outbox().events()).isEmpty();
    }
}

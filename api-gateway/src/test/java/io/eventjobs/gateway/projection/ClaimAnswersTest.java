package io.eventjobs.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.protocol.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimAnswersTest {
    private final GatewayHarness harness = GatewayHarness.start();

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void grantsAQueuedJobToTheExecutionThatClaimsItsToken() {
        JobRecord queued = harness.dispatched();

        Report.Execution claim = harness.claims(queued.id(), "x1");

        assertThat(harness.isGranted(claim)).isTrue();
        assertThat(harness.status(queued.id())).isEqualTo(JobStatus.PROCESSING);
    }
}

package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end is reported until it is acknowledged or the lease has expired; until then the slot stays occupied. */
class EndOfExecutionTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private SlotHarness harness;

    @BeforeEach
    void endWithoutAcknowledgement() throws Exception {
        harness = new SlotHarness(1, ScriptedWork.thatSucceeds(), folder);
        Report.Execution execution = harness.claim(Commands.withLease(1, 7, LEASE));
        harness.reports.disconnect();
        harness.grant(execution);
    }

    @Test
    void freesTheSlotWhenItIsAcknowledged() {
        assertThat(harness.slots.free()).isZero();

        harness.reports.acknowledge();
        assertThat(harness.slots.free()).isOne();
        assertThat(harness.slots.busy()).isZero();
    }

    @Test
    void isReportedAgainHalfASecondAfterItWasNotStored() {
        harness.reports.fail();
        harness.pass(Duration.ofMillis(499));
        assertThat(harness.reports.ends()).hasSize(1);

        harness.pass(Duration.ofMillis(1));
        assertThat(harness.reports.ends()).hasSize(2);
        harness.reports.acknowledge();
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void isNotReportedAgainWhileTheReportIsInFlight() {
        harness.pass(Duration.ofSeconds(29));

        assertThat(harness.reports.ends()).hasSize(1);
        assertThat(harness.slots.free()).isZero();
    }

    @Test
    void isGivenUpWhenTheLeaseIsOver() {
        harness.reports.fail();
        harness.pass(LEASE);

        assertThat(harness.reports.ends()).hasSize(1);
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void freesTheSlotOnceEvenIfAcknowledgedAfterGivingUp() {
        harness.pass(LEASE);
        harness.reports.acknowledge();

        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void isNotChangedByALaterStop() {
        harness.executions.drain();
        harness.reports.acknowledge();

        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }
}

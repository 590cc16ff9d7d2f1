package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All events that can occur between a claim and the start of its work. */
class ClaimTest {
    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;

    @BeforeEach
    void start() {
        harness = new SlotHarness(1, work, folder);
    }

    @Test
    void isSentAsSoonAsACommandHasASlot() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));

        assertThat(harness.reports.all()).containsExactly(new Report.Claimed(execution));
        assertThat(execution.token()).isEqualTo(7);
        assertThat(execution.workerId()).isEqualTo(SlotHarness.WORKER);
    }

    @Test
    void makesNoExternalCallBeforeItIsGranted() throws Exception {
        harness.claim(Commands.of(1, 7));
        harness.pass(Duration.ofSeconds(9));

        assertThat(work.starts()).isZero();
        assertThat(harness.store.keys()).isEmpty();
        assertThat(harness.reports.all()).allMatch(Report.Claimed.class::isInstance);
    }

    @Test
    void doesItsWorkWhenItIsGranted() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.grant(execution);

        assertThat(work.starts()).isOne();
        assertThat(harness.reports.all().getLast()).isInstanceOf(Report.Completed.class);
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void worksOnceEvenIfGrantedTwice() throws Exception {
        harness.delayThreads();
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.grant(execution);
        harness.grant(execution);
        harness.startThreads();

        assertThat(work.starts()).isOne();
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }

    @Test
    void isDroppedWhenItIsRefused() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.refuse(execution);

        assertThat(work.starts()).isZero();
        assertThat(harness.slots.free()).isOne();
        assertThat(harness.reports.ends()).isEmpty();
    }

    @Test
    void neverStartsAfterItWasRefusedEvenIfAGrantFollows() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.refuse(execution);
        harness.grant(execution);

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).containsExactly(handedBack(execution));
    }

    @Test
    void isSentAgainEachSecondUntilItIsAnswered() throws Exception {
        harness.claim(Commands.of(1, 7));
        harness.pass(Duration.ofMillis(999));
        assertThat(harness.reports.all()).hasSize(1);

        harness.pass(Duration.ofMillis(1));
        harness.pass(Duration.ofSeconds(1));
        assertThat(harness.reports.of(Report.Claimed.class)).hasSize(3);
    }

    @Test
    void isDroppedAndItsSlotFreedWhenThereIsNoGrantInTime() throws Exception {
        harness.claim(Commands.of(1, 7));
        harness.pass(SlotHarness.LIMITS.claimTimeout().minusMillis(1));
        assertThat(harness.slots.free()).isZero();

        harness.pass(Duration.ofMillis(1));
        assertThat(harness.slots.free()).isOne();
        assertThat(harness.reports.ends()).isEmpty();
    }

    @Test
    void handsTheJobBackWhenTheGrantIsTooLate() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.pass(SlotHarness.LIMITS.claimTimeout());
        harness.grant(execution);

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).containsExactly(handedBack(execution));
    }

    @Test
    void isNotGrantedByALateGrantOfAnotherExecutionOfItsJob() throws Exception {
        harness.claim(Commands.of(1, 8));
        Report.Execution other =
                new Report.Execution(Commands.job(1), 7, new ExecutionId("another"), SlotHarness.WORKER);
        harness.grant(other);

        assertThat(work.starts()).isZero();
        assertThat(harness.slots.busy()).isOne();
        assertThat(harness.reports.ends()).containsExactly(handedBack(other));
    }

    @Test
    void survivesARefusalOfAnotherExecution() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.router.route(
                new Control.Refused(SlotHarness.WORKER, Commands.job(1), 7, new ExecutionId("another"), "not here"));
        harness.grant(execution);

        assertThat(work.starts()).isOne();
    }

    @Test
    void isDroppedByACancelUpToItsTokenAndNotByAnOlderOne() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));

        harness.cancel(execution, 6);
        assertThat(harness.slots.busy()).isOne();

        harness.cancel(execution, 7);
        assertThat(harness.slots.busy()).isZero();
        assertThat(work.starts()).isZero();
    }

    @Test
    void isDroppedByADrainAndHandedBackWhenTheGrantFollows() throws Exception {
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.executions.drain();
        harness.grant(execution);

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).containsExactly(handedBack(execution));
    }

    @Test
    void handsTheJobBackIfDrainedBetweenGrantAndFirstStep() throws Exception {
        harness.delayThreads();
        harness.grant(harness.claim(Commands.of(1, 7)));
        harness.executions.drain();
        harness.startThreads();

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends())
                .singleElement()
                .isInstanceOfSatisfying(Report.Interrupted.class, end -> assertThat(end.reason())
                        .isEqualTo(InterruptionReason.DRAIN));
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void reportsNothingIfCancelledBetweenGrantAndFirstStep() throws Exception {
        harness.delayThreads();
        Report.Execution execution = harness.claim(Commands.of(1, 7));
        harness.grant(execution);
        harness.cancel(execution, 7);
        harness.startThreads();

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).isEmpty();
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void canBeWithdrawnUntilItIsGranted() throws Exception {
        PendingClaim claim = unacknowledged();
        assertThat(claim.withdraw()).isTrue();
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void cannotBeWithdrawnOnceItIsGrantedForThenItWasStored() throws Exception {
        PendingClaim claim = unacknowledged();
        harness.grant(harness.latest());

        assertThat(claim.withdraw()).isFalse();
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }

    private PendingClaim unacknowledged() throws InterruptedException {
        harness.reports.disconnect();
        try (Reservation reserved = harness.slots.reserve(1)) {
            PendingClaim claim = reserved.start(Commands.of(1, 7));
            assertThat(claim.stored()).isNotDone();
            harness.reports.connect();
            return claim;
        }
    }

    private static Report.Interrupted handedBack(Report.Execution execution) {
        return new Report.Interrupted(execution, InterruptionReason.LEASE_UNCERTAIN, List.of());
    }
}

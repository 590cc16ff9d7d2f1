package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.RecordedReports;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that a gateway gives to a worker, which has not claimed them. */
class AssignedJobsTest {
    private static final int SLOTS = 2;
    private static final int PREFETCH = 4;

    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;

    @BeforeEach
    void start() {
        harness = new SlotHarness(SLOTS, PREFETCH, work, new RecordedReports(), folder);
    }

    @Test
    void areDoneAndReportedAsTheGatewayNamedThemWithoutAClaim() {
        Control.Assigned assigned = assign(1);

        assertThat(harness.reports.of(Report.Claimed.class)).isEmpty();
        assertThat(harness.reports.of(Report.Completed.class))
                .extracting(Report.Completed::of)
                .containsExactly(assigned.of());
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void areAnnouncedAsAcceptedUntilTheWorkerDrains() {
        assertThat(harness.presence.report().takesAssignments()).isTrue();

        harness.presence.drain();

        assertThat(harness.presence.report().takesAssignments()).isFalse();
    }

    @Test
    void areDoneOnceHoweverOftenTheAssignmentIsRead() {
        Control.Assigned assigned = assign(1);

        harness.router.route(assigned);

        assertThat(harness.reports.of(Report.Completed.class)).hasSize(1);
    }

    @Test
    void needNoReservationEvenWhileTheIntakeHasReservedAllSlots() throws Exception {
        harness = new SlotHarness(SLOTS, work, folder);
        try (Reservation reserved = harness.slots.reserve(SLOTS)) {
            assign(1);
            assertThat(harness.reports.of(Report.Completed.class)).hasSize(1);
            reserved.keep(0);
        }
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void areNamedInThePresenceWhileTheyWaitForASlot() {
        harness.delayThreads();

        Control.Assigned assigned = assign(1);

        assertThat(harness.presence.report().executions()).containsExactly(assigned.of());
    }

    @Test
    void areHandedBackAtOnceIfThereIsNoPlaceLeft() {
        harness.delayThreads();
        for (int number = 1; number <= SLOTS + PREFETCH; number++) {
            assign(number);
        }
        assertThat(harness.reports.of(Report.Interrupted.class)).isEmpty();

        Control.Assigned tooMany = assign(SLOTS + PREFETCH + 1);

        assertThat(handedBack()).containsExactly(tooMany.of());
    }

    @Test
    void areHandedBackAtOnceByAWorkerThatDrains() {
        harness.presence.drain();

        Control.Assigned late = assign(1);

        assertThat(handedBack()).containsExactly(late.of());
        assertThat(harness.reports.of(Report.Completed.class)).isEmpty();
    }

    @Test
    void areHandedBackAtOnceWhileAJobRunsAlone() throws Exception {
        harness.slots.reserveAll();

        Control.Assigned late = assign(1);

        assertThat(handedBack()).containsExactly(late.of());
    }

    @Test
    void stopIfTheGatewayTakesThemBack() {
        harness.delayThreads();
        Control.Assigned assigned = assign(1);

        harness.refuse(assigned.of());
        harness.startThreads();

        assertThat(harness.reports.of(Report.OfExecution.class)).isEmpty();
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void keepPlacesFilledForTheTimeThatAnAnswerAndANewAssignmentTake() {
        ExecutionTimes times = new ExecutionTimes(harness.ticker);
        times.granted();
        times.begun();
        harness.ticker.advance(Duration.ofMillis(3));
        times.ended();
        times.sent();
        harness.ticker.advance(Duration.ofMillis(5));

        assertThat(times.spent())
                .contains(new ExecutionTimes.Spent(
                        Duration.ofMillis(3).toNanos(), Duration.ofMillis(20).toNanos()));
    }

    private Control.Assigned assign(int number) {
        Control.Assigned assigned =
                new Control.Assigned(SlotHarness.WORKER, new ExecutionId("given-" + number), Commands.of(number, 7));
        harness.router.route(assigned);
        return assigned;
    }

    private List<Report.Execution> handedBack() {
        return harness.reports.of(Report.Interrupted.class).stream()
                .filter(report -> report.reason() == InterruptionReason.NO_SLOT)
                .map(Report.Interrupted::of)
                .toList();
    }
}

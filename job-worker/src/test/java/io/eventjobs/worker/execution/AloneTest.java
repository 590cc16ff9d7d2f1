package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that may be what kills its workers runs while its worker runs nothing else. */
class AloneTest {
    private static final int SLOTS = 3;

    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;
    private Report.Execution suspect;
    private Thread thread;

    @BeforeEach
    void start() throws Exception {
        harness = new SlotHarness(SLOTS, work, folder);
        suspect = harness.claim(Commands.alone(1, 7));
        thread = new Thread(() -> harness.grant(suspect));
    }

    @AfterEach
    void stop() throws Exception {
        thread.interrupt();
        thread.join(10_000);
    }

    @Test
    void startsWhenAllOthersHaveEndedAndSaysSoBeforeItStarts() throws Exception {
        Report.Execution neighbour = harness.claim(Commands.of(2, 7));
        thread.start();
        await().until(harness.slots::areNeeded);
        assertThat(work.starts()).isZero();

        work.does(execution -> {
            if (execution.command().runsAlone()) {
                assertThat(reportsOfRunningAlone()).hasSize(1);
            }
            return JobResults.nothing();
        });
        harness.grant(neighbour);
        thread.join(10_000);

        assertThat(harness.reports.of(Report.Completed.class))
                .extracting(Report.Completed::of)
                .containsExactly(neighbour, suspect);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void keepsTheSlotsFromOthersWhileItWaitsAndWhileItRuns() throws Exception {
        Reservation intake = harness.slots.reserve(1);
        thread.start();
        await().until(harness.slots::areNeeded);
        assertThat(harness.slots.tryReserve(1)).isEmpty();
        assertThat(harness.presence.report().slots()).isOne();
        assertThat(harness.slots.awaitIdle(Duration.ZERO)).isFalse();

        work.does(execution -> {
            assertThat(harness.slots.areNeeded()).isFalse();
            assertThat(harness.slots.tryReserve(1)).isEmpty();
            assertThat(harness.presence.report().slots()).isOne();
            return JobResults.nothing();
        });
        intake.close();
        thread.join(10_000);

        assertThat(harness.reports.of(Report.Completed.class)).hasSize(1);
        assertThat(harness.presence.report().slots()).isEqualTo(SLOTS);
    }

    @Test
    void isHandedBackWhileItWaitsIfTheWorkerStops() throws Exception {
        Reservation intake = harness.slots.reserve(1);
        thread.start();
        await().until(harness.slots::areNeeded);

        harness.executions.drain();
        thread.join(10_000);
        intake.close();

        assertThat(work.starts()).isZero();
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Interrupted.class);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    @Test
    void itsTimeIsNotUpWhileItWaitsForOthers() throws Exception {
        Reservation intake = harness.slots.reserve(1);
        thread.start();
        await().until(harness.slots::areNeeded);

        for (int minute = 0; minute < 180; minute++) {
            for (int second = 0; second < 60; second += 10) {
                harness.pass(Duration.ofSeconds(10));
            }
        }
        intake.close();
        thread.join(10_000);

        assertThat(harness.reports.of(Report.Completed.class)).hasSize(1);
    }

    @Test
    void twoSuspectsRunOneAfterTheOther() throws Exception {
        Report.Execution other = harness.claim(Commands.alone(2, 7));
        Thread second = new Thread(() -> harness.grant(other));
        work.does(execution -> {
            assertThat(harness.slots.free()).isZero();
            return JobResults.nothing();
        });
        thread.start();
        second.start();
        thread.join(10_000);
        second.join(10_000);

        assertThat(harness.reports.of(Report.Completed.class)).hasSize(2);
        assertThat(harness.slots.free()).isEqualTo(SLOTS);
    }

    private List<Report.Progressed> reportsOfRunningAlone() {
        return harness.reports.of(Report.Progressed.class).stream()
                .filter(Report.Progressed::runsAlone)
                .toList();
    }
}

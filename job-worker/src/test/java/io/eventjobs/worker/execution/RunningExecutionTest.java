package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.ScriptedWork;
import io.eventjobs.worker.fixture.ScriptedWork.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an execution reports while it works, and what stops it. The work is a script that advances the time. */
class RunningExecutionTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final ScriptedWork work = ScriptedWork.thatSucceeds();
    private SlotHarness harness;

    @BeforeEach
    void start() {
        harness = new SlotHarness(1, work, folder);
    }

    @Test
    void numbersItsReportsAndHandsOutEachLogLineOnce() throws Exception {
        work.does(execution -> {
            execution.begin(ProgressStep.FETCHING_PAGE, "Page");
            execution.log(LogLine.Level.WARNING, "odd");
            execution.begin(ProgressStep.EXTRACTING_PAGE, "Facts");
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(harness.reports.of(Report.Progressed.class))
                .extracting(Report.Progressed::sequence)
                .containsExactly(1L, 2L);
        assertThat(harness.reports.of(Report.Progressed.class))
                .flatExtracting(Report.Progressed::logs)
                .extracting(LogLine::message)
                .containsExactly("Page", "odd", "Facts");
    }

    @Test
    void reportsItsProgressWithTheNextHeartbeat() throws Exception {
        work.does(execution -> {
            execution.begin(ProgressStep.RENDERING_SLIDES, "Slides");
            execution.advance(4, 10, "Slide 4 of 10");
            harness.pass(Duration.ofMillis(4_999));
            assertThat(harness.reports.of(Report.Progressed.class)).hasSize(1);
            harness.pass(Duration.ofMillis(1));
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(harness.reports.of(Report.Progressed.class)).hasSize(2);
        assertThat(harness.reports
                        .of(Report.Progressed.class)
                        .getLast()
                        .progress()
                        .percent())
                .isEqualTo(41);
    }

    @Test
    void reportsThreeTimesInALeaseHoweverLongTheIntervalIs() throws Exception {
        work.does(execution -> {
            for (int second = 0; second < 9; second++) {
                harness.pass(Duration.ofSeconds(1));
            }
            return JobResults.nothing();
        });
        harness.perform(Commands.withLease(1, 7, Duration.ofSeconds(9)));

        assertThat(harness.reports.of(Report.Progressed.class)).hasSize(3);
    }

    @Test
    void worksOnAsLongAsItsReportsAreAcknowledged() throws Exception {
        work.does(execution -> {
            for (int minute = 0; minute < 60; minute++) {
                execution.begin(ProgressStep.FETCHING_PAGE, "Page");
                harness.pass(Duration.ofSeconds(20));
            }
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.withLease(1, 7, LEASE));

        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }

    @Test
    void stopsWhenItsReportsAreUnacknowledgedForTwoThirdsOfALease() throws Exception {
        work.does(execution -> {
            harness.reports.disconnect();
            harness.pass(Duration.ofSeconds(20));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            harness.pass(Duration.ofMillis(1));
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.withLease(1, 7, LEASE));

        assertThat(interruption()).isEqualTo(InterruptionReason.LEASE_UNCERTAIN);
    }

    @Test
    void failsAStepThatTakesTooLong() throws Exception {
        work.does(execution -> {
            execution.begin(ProgressStep.FETCHING_PAGE, "Page");
            harness.pass(SlotHarness.LIMITS.stepTimeout());
            execution.begin(ProgressStep.TRANSCRIBING, "Speech");
            harness.pass(SlotHarness.LIMITS.stepTimeout().plusMillis(1));
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.withLease(1, 7, Duration.ofHours(9)));

        assertThat(failure()).isEqualTo(FailureCode.STEP_TIMED_OUT);
        assertThat(((Report.Failed) harness.reports.ends().getFirst()).failure().step())
                .isEqualTo(ProgressStep.TRANSCRIBING);
        assertThat(((Report.Failed) harness.reports.ends().getFirst()).failure().message())
                .isEqualTo("The step transcribing took longer than 30 minutes.");
    }

    @Test
    void failsAJobThatTakesTooLongThoughEachStepIsInTime() throws Exception {
        work.does(execution -> {
            for (int step = 0; step < 5; step++) {
                execution.begin(ProgressStep.FETCHING_PAGE, "Page");
                harness.pass(Duration.ofMinutes(29));
            }
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.withLease(1, 7, Duration.ofHours(9)));

        assertThat(failure()).isEqualTo(FailureCode.JOB_TIMED_OUT);
    }

    @Test
    void isHandedBackByADrain() throws Exception {
        work.does(execution -> {
            harness.executions.drain();
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(interruption()).isEqualTo(InterruptionReason.DRAIN);
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void completesAFinishedResultDespiteADrain() throws Exception {
        work.does(execution -> {
            harness.executions.drain();
            Thread.interrupted();
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Completed.class);
    }

    @Test
    void reportsNothingMoreWhenCancelledUpToItsToken() throws Exception {
        work.does(execution -> {
            harness.cancel(harness.latest(), 6);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            harness.cancel(harness.latest(), 7);
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(harness.reports.ends()).isEmpty();
        assertThat(harness.slots.free()).isOne();
    }

    @Test
    void reportsNothingMoreWhenRefusedDespiteFinishedWork() throws Exception {
        work.does(execution -> {
            harness.refuse(harness.latest());
            Thread.interrupted();
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(harness.reports.ends()).isEmpty();
    }

    @Test
    void keepsTheFirstCauseForWhichItWasStopped() throws Exception {
        work.does(execution -> {
            harness.executions.drain();
            harness.refuse(harness.latest());
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(interruption()).isEqualTo(InterruptionReason.DRAIN);
    }

    @Test
    void sendsNoHeartbeatsOnceItIsStopped() throws Exception {
        List<Report> sent = new ArrayList<>();
        work.does(execution -> {
            harness.pass(SlotHarness.LIMITS.heartbeatInterval().minusMillis(1));
            harness.executions.drain();
            harness.pass(Duration.ofSeconds(1));
            sent.addAll(harness.reports.all());
            return Script.unlessInterrupted();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(sent).singleElement().isInstanceOf(Report.Claimed.class);
        assertThat(interruption()).isEqualTo(InterruptionReason.DRAIN);
    }

    /** An interrupt at the last moment must not affect what the thread does next. */
    @Test
    void leavesNoInterruptBehind() throws Exception {
        work.does(execution -> {
            harness.executions.drain();
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private InterruptionReason interruption() {
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Interrupted.class);
        return ((Report.Interrupted) harness.reports.ends().getFirst()).reason();
    }

    private FailureCode failure() {
        assertThat(harness.reports.ends()).singleElement().isInstanceOf(Report.Failed.class);
        return ((Report.Failed) harness.reports.ends().getFirst()).failure().code();
    }

    @Test
    void keepsItsSlotWhileItIgnoresThatItWasCancelled() throws Exception {
        List<Integer> free = new ArrayList<>();
        work.does(execution -> {
            harness.cancel(harness.latest(), 7);
            harness.pass(Duration.ofSeconds(2));
            free.add(harness.slots.free());
            return JobResults.nothing();
        });
        harness.perform(Commands.of(1, 7));

        assertThat(free).containsExactly(0);
        assertThat(harness.slots.free()).isOne();
        assertThat(harness.reports.ends()).as("nobody waits for a report").isEmpty();
    }

    @Test
    void isReportedAsStoppedTwoSecondsAfterTheInterruptWhateverItsWorkDoes() throws Exception {
        List<Report.OfExecution> early = new ArrayList<>();
        List<Report.OfExecution> inTime = new ArrayList<>();
        work.does(execution -> {
            execution.begin(ProgressStep.FETCHING_PAGE, "Page");
            harness.pass(SlotHarness.LIMITS.stepTimeout().plusMillis(1));
            harness.pass(Duration.ofMillis(1_499));
            early.addAll(harness.reports.ends());
            harness.pass(Duration.ofMillis(1));
            inTime.addAll(harness.reports.ends());
            return JobResults.nothing();
        });
        harness.perform(Commands.withLease(1, 7, Duration.ofHours(9)));

        assertThat(early).isEmpty();
        assertThat(inTime).hasSize(1);
        assertThat(harness.reports.ends()).isEqualTo(inTime);
        assertThat(failure()).isEqualTo(FailureCode.STEP_TIMED_OUT);
        assertThat(harness.slots.free()).isOne();
    }
}

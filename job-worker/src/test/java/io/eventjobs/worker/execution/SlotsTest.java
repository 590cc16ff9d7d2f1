package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.Kafka;
import io.eventjobs.worker.fixture.ScriptedWork;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SlotsTest {
    private static final ExecutionLimits HASTY =
            new ExecutionLimits(Duration.ofMillis(50), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofHours(1));

    @TempDir
    Path folder;

    private final Kafka kafka = Kafka.thatAcknowledges();

    @Test
    void doesNothingBeforeItIsGrantedAndAllOfItAfterwards() throws Exception {
        ScriptedWork work = ScriptedWork.thatSucceeds();
        SlotHarness bench = bench(work);
        Report.Execution execution = bench.claim(Commands.of(1, 7));

        await().until(() -> !kafka.reports(Report.Claimed.class).isEmpty());
        assertThat(work.starts()).isZero();

        bench.slots.granted(execution.jobId(), 7, execution.execution());

        assertThat(bench.isIdle()).isTrue();
        assertThat(work.starts()).isOne();
        assertThat(kafka.reports().getLast()).isInstanceOf(Report.Completed.class);
        assertThat(bench.store.keys()).containsExactly(manifest(execution));
    }

    @Test
    void neverStartsWhatWasRefusedEvenIfAGrantFollows() throws Exception {
        ScriptedWork work = ScriptedWork.thatSucceeds();
        SlotHarness bench = bench(work);
        Report.Execution execution = bench.claim(Commands.of(1, 7));

        bench.slots.refused(execution.execution(), "another was faster");
        bench.slots.granted(execution.jobId(), 7, execution.execution());

        assertThat(bench.isIdle()).isTrue();
        assertThat(work.starts()).isZero();
        assertThat(bench.store.keys()).isEmpty();
    }

    @Test
    void handsBackAGrantOfAnExecutionThatIsGone() {
        bench(ScriptedWork.thatSucceeds()).slots.granted(Commands.job(1), 7, new ExecutionId("gone"));

        assertThat(kafka.reports(Report.Interrupted.class)).singleElement().satisfies(report -> {
            assertThat(report.reason()).isEqualTo(InterruptionReason.LEASE_UNCERTAIN);
            assertThat(report.of().execution()).isEqualTo(new ExecutionId("gone"));
        });
    }

    @Test
    void dropsAClaimThatNobodyAnswers() throws Exception {
        ScriptedWork work = ScriptedWork.thatSucceeds();
        SlotHarness bench = new SlotHarness(1, work, kafka, folder, HASTY);
        Report.Execution execution = bench.claim(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        bench.slots.granted(execution.jobId(), 7, execution.execution());
        assertThat(work.starts()).isZero();
        assertThat(kafka.reports(Report.Interrupted.class)).hasSize(1);
    }

    @Test
    void reportsAFailureWithTheStepItHappenedIn() throws Exception {
        SlotHarness bench = bench(ScriptedWork.of(execution -> {
            execution.begin(ProgressStep.RENDERING_SLIDES, "Slides");
            throw JobFailedException.of(FailureCode.NOT_A_PAGE, "no PDF");
        }));
        bench.grant(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Failed.class)).singleElement().satisfies(report -> {
            assertThat(report.failure().code()).isEqualTo(FailureCode.NOT_A_PAGE);
            assertThat(report.failure().step()).isEqualTo(ProgressStep.RENDERING_SLIDES);
        });
    }

    @Test
    void failsOneJobWhenItsWorkThrowsWhateverAndGoesOnWithTheNext() throws Exception {
        SlotHarness bench = bench(ScriptedWork.of(execution -> {
            if (execution.command().jobId().equals(Commands.job(1))) {
                throw new StackOverflowError("deep");
            }
            return JobResults.nothing();
        }));
        bench.grant(Commands.of(1, 7));
        bench.grant(Commands.of(2, 7));

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Failed.class)).singleElement().satisfies(report -> {
            assertThat(report.failure().code()).isEqualTo(FailureCode.INTERNAL_ERROR);
            assertThat(report.failure().message()).doesNotContain("deep");
            assertThat(report.failure().trace()).contains("StackOverflowError");
        });
        assertThat(kafka.reports(Report.Completed.class)).hasSize(1);
    }

    @Test
    void takesAStoreThatIsAwayForAFaultOfTheStore() throws Exception {
        SlotHarness bench = bench(ScriptedWork.of(execution -> {
            throw new ArtifactStoreException("refused", new IOException("refused"));
        }));
        bench.grant(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Failed.class))
                .singleElement()
                .satisfies(report -> assertThat(report.failure().code()).isEqualTo(FailureCode.STORE_UNAVAILABLE));
    }

    @Test
    void completesNothingWhoseManifestIsNotStored() throws Exception {
        SlotHarness bench = bench(ScriptedWork.thatSucceeds());
        bench.store.goAway();
        bench.grant(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Completed.class)).isEmpty();
        assertThat(kafka.reports(Report.Failed.class)).hasSize(1);
    }

    @Test
    void handsEveryJobBackWhenItIsDrained() throws Exception {
        ScriptedWork work = ScriptedWork.thatNeverEnds();
        SlotHarness bench = bench(work);
        bench.grant(Commands.of(1, 7));
        bench.grant(Commands.of(2, 7));
        await().until(() -> work.starts() == 2);

        bench.slots.drain();

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Interrupted.class)).hasSize(2).allSatisfy(report -> assertThat(report.reason())
                .isEqualTo(InterruptionReason.DRAIN));
    }

    @Test
    void completesWhatWasWholeThoughTheDrainCameDuringIt() throws Exception {
        CompletableFuture<JobResults> heedless = new CompletableFuture<>();
        ScriptedWork work = ScriptedWork.of(execution -> heedless.join());
        SlotHarness bench = bench(work);
        bench.grant(Commands.of(1, 7));
        await().until(() -> work.starts() == 1);

        bench.slots.drain();
        heedless.complete(JobResults.nothing());

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.OfExecution.class))
                .filteredOn(SlotsTest::isEnd)
                .singleElement()
                .isInstanceOf(Report.Completed.class);
    }

    @Test
    void stopsAndSaysNothingWhenTheJobIsTakenAway() throws Exception {
        ScriptedWork work = ScriptedWork.thatNeverEnds();
        SlotHarness bench = bench(work);
        bench.grant(Commands.of(1, 7));
        await().until(() -> work.starts() == 1);

        bench.slots.cancelled(Commands.job(1), 6, "an older dispatch");
        assertThat(bench.slots.executions()).hasSize(1);
        bench.slots.cancelled(Commands.job(1), 7, "fail-all");

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.OfExecution.class)).noneMatch(SlotsTest::isEnd);
    }

    @Test
    void stopsBeforeTheLeaseEndsWhenItsReportsAreNotAcknowledged() throws Exception {
        Kafka silent = Kafka.thatIsSilent();
        ScriptedWork work = ScriptedWork.thatNeverEnds();
        SlotHarness bench = new SlotHarness(1, work, silent, folder, SlotHarness.PATIENT);
        bench.grant(Commands.withLease(1, 7, Duration.ofMillis(600)));
        await().until(() -> work.starts() == 1);

        await().untilAsserted(() -> {
            bench.slots.tick();
            assertThat(silent.reports(Report.Interrupted.class))
                    .isNotEmpty()
                    .allSatisfy(report -> assertThat(report.reason()).isEqualTo(InterruptionReason.LEASE_UNCERTAIN));
        });
    }

    @Test
    void failsAStepThatTakesTooLong() throws Exception {
        ScriptedWork work = ScriptedWork.of(execution -> {
            execution.begin(ProgressStep.FETCHING_PAGE, "Page");
            new CountDownLatch(1).await();
            return JobResults.nothing();
        });
        ExecutionLimits limits = new ExecutionLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofHours(1));
        SlotHarness bench = new SlotHarness(1, work, kafka, folder, limits);
        bench.grant(Commands.of(1, 7));

        await().untilAsserted(() -> {
            bench.slots.tick();
            assertThat(kafka.reports(Report.Failed.class))
                    .singleElement()
                    .satisfies(report -> assertThat(report.failure().code()).isEqualTo(FailureCode.STEP_TIMED_OUT));
        });
    }

    @Test
    void numbersItsReportsAndHandsOutEachLogLineOnce() throws Exception {
        SlotHarness bench = bench(ScriptedWork.of(execution -> {
            execution.begin(ProgressStep.FETCHING_PAGE, "Page");
            execution.log(LogLine.Level.WARNING, "odd");
            execution.begin(ProgressStep.EXTRACTING_PAGE, "Facts");
            return JobResults.nothing();
        }));
        bench.grant(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        assertThat(kafka.reports(Report.Progressed.class))
                .extracting(Report.Progressed::sequence)
                .containsExactly(1L, 2L);
        assertThat(kafka.reports(Report.Progressed.class))
                .flatExtracting(Report.Progressed::logs)
                .extracting(LogLine::message)
                .containsExactly("Page", "odd", "Facts");
    }

    @Test
    void leavesNoFolderBehind() throws Exception {
        SlotHarness bench = bench(ScriptedWork.of(execution -> {
            write(execution.workFolder().resolve("page.html"));
            throw JobFailedException.of(FailureCode.EMPTY_PAGE, "nothing");
        }));
        bench.grant(Commands.of(1, 7));

        assertThat(bench.isIdle()).isTrue();
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(name -> name.startsWith("execution-") || name.equals("page.html"));
        }
    }

    private SlotHarness bench(ScriptedWork work) {
        return new SlotHarness(2, work, kafka, folder);
    }

    private static boolean isEnd(Report report) {
        return report instanceof Report.Completed
                || report instanceof Report.Failed
                || report instanceof Report.Interrupted;
    }

    private static String manifest(Report.Execution execution) {
        return new ExecutionPrefix(new TenantId("default"), execution.jobId(), execution.token(), execution.execution())
                .manifestKey();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "x");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.HandTicker;
import io.eventjobs.worker.fixture.RecordedReports;
import io.eventjobs.worker.fixture.ScriptedWork;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionRunnerTest {
    private static final JobResults DOCUMENT =
            new JobResults(new StoredFile("a.md", "text/markdown", 1, "00"), null, List.of(), Map.of(), List.of());
    private static final Source SOURCE = new Source(
            "https://example.org/",
            URI.create("https://example.org/"),
            Source.Origin.FETCHED,
            null,
            null,
            null,
            1,
            "00");

    @TempDir
    Path folder;

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private long minFreeBytes;

    @Test
    void completesWorkAndStoresItsManifest() {
        ExecutionContext execution = execution();

        assertThat(run(execution, work -> DOCUMENT)).isEqualTo(new ExecutionResult.Completed(DOCUMENT));
        assertThat(store.keys()).containsExactly(execution.prefix().manifestKey());
    }

    @Test
    void doesNotCompleteWithoutAStoredManifest() {
        store.goAway();

        assertThat(failure(work -> DOCUMENT).code()).isEqualTo(FailureCode.STORE_UNAVAILABLE);
    }

    @Test
    void storesNothingForWorkWithoutFiles() {
        store.goAway();

        assertThat(run(execution(), work -> JobResults.nothing()))
                .isEqualTo(new ExecutionResult.Completed(JobResults.nothing()));
    }

    @Test
    void storesTheManifestOfWorkThatReadSomething() {
        ExecutionContext execution = execution();

        run(execution, work -> {
            work.usage().sources().add(SOURCE);
            return JobResults.nothing();
        });

        assertThat(store.keys()).containsExactly(execution.prefix().manifestKey());
    }

    @Test
    void refusesACommandOfATypeThatItDoesNotKnow() {
        ExecutionResult result = new ExecutionRunner(List.of(), store, Tracing.off()).run(execution());

        assertThat(result).isInstanceOfSatisfying(ExecutionResult.Failed.class, failed -> assertThat(
                        failed.failure().code())
                .isEqualTo(FailureCode.INVALID_COMMAND));
    }

    @Test
    void failsWithTheReasonAndTheStepThatItHappenedIn() {
        Failure failure = failure(execution -> {
            execution.begin(ProgressStep.RENDERING_SLIDES, "Slides");
            throw JobFailedException.of(FailureCode.NOT_A_PAGE, "no PDF");
        });

        assertThat(failure.code()).isEqualTo(FailureCode.NOT_A_PAGE);
        assertThat(failure.step()).isEqualTo(ProgressStep.RENDERING_SLIDES);
    }

    @Test
    void reportsAnUnavailableStoreAsAFaultOfTheStore() {
        Failure failure = failure(execution -> {
            throw new ArtifactStoreException("refused", new IOException("refused"));
        });

        assertThat(failure.code()).isEqualTo(FailureCode.STORE_UNAVAILABLE);
    }

    @Test
    void tellsWhatAStoreThatRefusesSays() {
        Failure failure = failure(execution -> {
            throw new StoreRefusedException("could not put", "AccessDenied", "Access denied.", new IOException());
        });

        assertThat(failure.code()).isEqualTo(FailureCode.STORE_REFUSED);
        assertThat(failure.message()).isEqualTo("The object store refused a request: AccessDenied (Access denied.)");
    }

    @Test
    void doesNotTakeAMissingObjectForAnOutage() {
        Failure failure = failure(execution -> {
            throw new ObjectMissingException("jobs/1/checkpoint");
        });

        assertThat(failure.code()).isEqualTo(FailureCode.STORE_REFUSED);
    }

    @Test
    void failsOnlyItsOwnJobForAnyThrowable() {
        Failure failure = failure(execution -> {
            throw new StackOverflowError("deep");
        });

        assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL_ERROR);
        assertThat(failure.message()).doesNotContain("deep");
        assertThat(failure.trace()).contains("StackOverflowError");
    }

    @Test
    void failsWorkThatWasInterruptedWithoutACause() {
        Failure failure = failure(execution -> {
            throw new InterruptedException("?");
        });

        assertThat(failure.code()).isEqualTo(FailureCode.INTERNAL_ERROR);
    }

    @Test
    void attributesFailuresThatMayWorkElsewhereToAFullDisk() {
        minFreeBytes = Long.MAX_VALUE;

        assertThat(failure(execution -> {
                            throw JobFailedException.of(FailureCode.CONNECT_FAILED, "no answer");
                        })
                        .code())
                .isEqualTo(FailureCode.WORKER_DISK_FULL);
    }

    @Test
    void doesNotAttributePermanentFailuresToAFullDisk() {
        minFreeBytes = Long.MAX_VALUE;

        assertThat(failure(execution -> {
                            throw JobFailedException.of(FailureCode.NOT_A_PAGE, "no page");
                        })
                        .code())
                .isEqualTo(FailureCode.NOT_A_PAGE);
    }

    private Failure failure(ScriptedWork.Script script) {
        ExecutionResult result = run(execution(), script);
        assertThat(result).isInstanceOf(ExecutionResult.Failed.class);
        return ((ExecutionResult.Failed) result).failure();
    }

    private ExecutionResult run(ExecutionContext execution, ScriptedWork.Script script) {
        List<JobWork> works = List.of(ScriptedWork.of(script));
        return new ExecutionRunner(works, store, Tracing.off()).run(execution);
    }

    private ExecutionContext execution() {
        HandTicker ticker = new HandTicker();
        return new ExecutionContext(
                Commands.of(1, 7),
                new Report.Execution(Commands.job(1), 7, new ExecutionId("e-1"), SlotHarness.WORKER),
                new ExecutionFolder(folder, minFreeBytes),
                new JobLog(ticker.clock()),
                new ExecutionWatch(SlotHarness.LIMITS, Commands.LEASE, ticker),
                new RecordedReports());
    }
}

package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.worker.fixture.Commands;
import io.eventjobs.worker.fixture.HandTicker;
import io.eventjobs.worker.fixture.RecordedReports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndReportTest {
    /** The full matrix: how the work ended, and why it was stopped meanwhile, if it was. */
    @ParameterizedTest
    @CsvSource({
        "completed,   nothing,   Completed",
        "completed,   refused,   none",
        "completed,   drained,   Completed",
        "completed,   uncertain, Completed",
        "completed,   late,      Completed",
        "failed,      nothing,   Failed NOT_A_PAGE",
        "failed,      refused,   none",
        "failed,      drained,   Interrupted DRAIN",
        "failed,      uncertain, Interrupted LEASE_UNCERTAIN",
        "failed,      late,      Failed JOB_TIMED_OUT",
        "not started, nothing,   none",
        "not started, refused,   none",
        "not started, drained,   Interrupted DRAIN",
        "not started, no slot,   Interrupted NO_SLOT",
        "not started, uncertain, Interrupted LEASE_UNCERTAIN",
        "not started, late,      Failed JOB_TIMED_OUT",
    })
    void reportsHowAnExecutionEnded(String result, String cause, String report) {
        assertThat(EndReport.of(execution(), result(result), cause(cause))
                        .map(EndReportTest::described)
                        .orElse("none"))
                .isEqualTo(report);
    }

    private static ExecutionResult result(String word) {
        return switch (word) {
            case "completed" -> new ExecutionResult.Completed(JobResults.nothing());
            case "failed" -> new ExecutionResult.Failed(Failure.of(FailureCode.NOT_A_PAGE, "no page"));
            default -> new ExecutionResult.NotStarted();
        };
    }

    private static @Nullable StopCause cause(String word) {
        return switch (word) {
            case "refused" -> new StopCause.Refused("no");
            case "drained" -> new StopCause.Drained();
            case "no slot" -> new StopCause.NoSlot();
            case "uncertain" -> new StopCause.LeaseUncertain();
            case "late" -> new StopCause.OutOfTime(FailureCode.JOB_TIMED_OUT, "too long");
            default -> null;
        };
    }

    private static String described(Report.OfExecution report) {
        String name = report.getClass().getSimpleName();
        return switch (report) {
            case Report.Failed failed -> name + " " + failed.failure().code();
            case Report.Interrupted interrupted -> name + " " + interrupted.reason();
            default -> name;
        };
    }

    private static ExecutionContext execution() {
        HandTicker ticker = new HandTicker();
        return new ExecutionContext(
                Commands.of(1, 7),
                new Report.Execution(Commands.job(1), 7, new ExecutionId("e-1"), SlotHarness.WORKER),
                new ExecutionFolder(Path.of("unused"), 0),
                new JobLog(ticker.clock()),
                new ExecutionWatch(SlotHarness.LIMITS, Commands.LEASE, ticker),
                new RecordedReports());
    }
}

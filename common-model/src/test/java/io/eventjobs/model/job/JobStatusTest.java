package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobStatusTest {
    /** Rows: from; columns: to, in the order of the states. */
    private static final List<String> MATRIX = List.of(
            // pending queued processing completed failed cancelled
            "PENDING    - x - - x x",
            "QUEUED     x - x - x x",
            "PROCESSING x - - x x x",
            "COMPLETED  x - - - - -",
            "FAILED     x - - - - -",
            "CANCELLED  x - - - - -");

    record Step(JobStatus from, JobStatus to, boolean allowed) {}

    static Stream<Step> everyPair() {
        return MATRIX.stream().map(row -> row.split(" +")).flatMap(row -> Arrays.stream(JobStatus.values())
                .map(to -> new Step(JobStatus.valueOf(row[0]), to, row[1 + to.ordinal()].equals("x"))));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void onlyTheTransitionsInTheTableAreAllowed(Step step) {
        assertThat(step.from().canBecome(step.to())).isEqualTo(step.allowed());
    }

    @Test
    void theMatrixNamesEveryPair() {
        assertThat(everyPair()).hasSize(JobStatus.values().length * JobStatus.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void aTerminalStateIsLeftOnlyByARestart(JobStatus status) {
        List<JobStatus> next =
                Arrays.stream(JobStatus.values()).filter(status::canBecome).toList();
        assertThat(status.isTerminal()).isEqualTo(next.equals(List.of(JobStatus.PENDING)));
    }

    @ParameterizedTest
    @EnumSource
    void everyUnfinishedStateMayBeFailedOrCancelledByAPerson(JobStatus status) {
        boolean stoppable = status.canBecome(JobStatus.FAILED) && status.canBecome(JobStatus.CANCELLED);
        assertThat(stoppable).isEqualTo(!status.isTerminal());
    }

    @ParameterizedTest
    @EnumSource
    void aWordIsParsedAsWritten(JobStatus status) {
        assertThat(JobStatus.of(status.word())).isEqualTo(status);
    }

    @Test
    void theOwnerSeesAQueuedJobAsPending() {
        assertThat(Arrays.stream(JobStatus.values()).map(JobStatus::publicWord))
                .containsExactly("pending", "pending", "processing", "completed", "failed", "cancelled");
    }

    @Test
    void anUnknownWordIsRefused() {
        assertThatThrownBy(() -> JobStatus.of("done")).isInstanceOf(IllegalArgumentException.class);
    }
}

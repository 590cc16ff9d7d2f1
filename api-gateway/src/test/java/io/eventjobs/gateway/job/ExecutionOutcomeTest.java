package io.eventjobs.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.InterruptionReason;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExecutionOutcomeTest {
    @ParameterizedTest
    @MethodSource("outcomes")
    void isStoredAsOneWordAndReadBack(ExecutionOutcome outcome) {
        String stored = WireFormat.mapper().writeValueAsString(outcome);

        assertThat(stored).isEqualTo("\"" + outcome.word() + "\"");
        assertThat(WireFormat.mapper().readValue(stored, ExecutionOutcome.class))
                .isEqualTo(outcome);
    }

    @Test
    void usesTheWordsThatRecordsAlwaysHad() {
        assertThat(outcomes().map(ExecutionOutcome::word))
                .contains("completed", "refused", "HTTP_NOT_FOUND", "lease_lost", "drain", "cancelled");
    }

    @Test
    void readsAWordOfANewerVersionAsAnUnknownFailure() {
        assertThat(ExecutionOutcome.of("OUT_OF_COFFEE")).isEqualTo(new ExecutionOutcome.Failed(FailureCode.UNKNOWN));
    }

    private static Stream<ExecutionOutcome> outcomes() {
        Stream<ExecutionOutcome> finished = Stream.of(new ExecutionOutcome.Completed(), new ExecutionOutcome.Refused());
        Stream<ExecutionOutcome> failed = Arrays.stream(FailureCode.values()).map(ExecutionOutcome.Failed::new);
        Stream<ExecutionOutcome> interrupted =
                Arrays.stream(InterruptionReason.values()).map(ExecutionOutcome.Interrupted::new);
        return Stream.of(finished, failed, interrupted).flatMap(all -> all);
    }
}

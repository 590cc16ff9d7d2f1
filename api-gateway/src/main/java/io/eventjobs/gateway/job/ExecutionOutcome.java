package io.eventjobs.gateway.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.InterruptionReason;
import java.util.Arrays;
import java.util.Optional;

/** How one execution of a job ended. */
public sealed interface ExecutionOutcome {
    /** The value in records and in the API. */
    @JsonValue
    String word();

    /** It completed, and its results are the job's. */
    record Completed() implements ExecutionOutcome {
        private static final String WORD = "completed";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** It completed after it had lost the job; its results are not used. */
    record Refused() implements ExecutionOutcome {
        private static final String WORD = "refused";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** It failed. */
    record Failed(FailureCode code) implements ExecutionOutcome {
        @Override
        public String word() {
            return code.name();
        }
    }

    /** It ended without being the job's fault. */
    record Interrupted(InterruptionReason reason) implements ExecutionOutcome {
        @Override
        public String word() {
            return reason.word();
        }
    }

    /** Parses {@link #word()}; an unknown value becomes a failure with an unknown code. */
    @JsonCreator
    static ExecutionOutcome of(String word) {
        return switch (word) {
            case Completed.WORD -> new Completed();
            case Refused.WORD -> new Refused();
            default -> interruption(word).orElseGet(() -> new Failed(FailureCode.of(word)));
        };
    }

    private static Optional<ExecutionOutcome> interruption(String word) {
        return Arrays.stream(InterruptionReason.values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .map(Interrupted::new);
    }
}

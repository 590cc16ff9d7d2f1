package io.eventjobs.gateway.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.InterruptionReason;
import java.util.Arrays;
import java.util.Optional;

/** How one execution of a job ended. */
public sealed interface ExecutionOutcome {
    /** The word in records and in the API. */
    @JsonValue
    String word();

    /** It finished, and its results are the job's. */
    record Completed() implements ExecutionOutcome {
        private static final String WORD = "completed";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** It finished when the job was not its own any more: its results are not shown. */
    record Refused() implements ExecutionOutcome {
        private static final String WORD = "refused";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** It ended without results. */
    record Failed(FailureCode code) implements ExecutionOutcome {
        @Override
        public String word() {
            return code.name();
        }
    }

    /** It ended through no fault of the job. */
    record Interrupted(InterruptionReason reason) implements ExecutionOutcome {
        @Override
        public String word() {
            return reason.word();
        }
    }

    /** Reads {@link #word()}; what this version does not know is a failure of an unknown code. */
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

package io.eventjobs.gateway.job;

import static io.eventjobs.gateway.job.Jobs.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobStatus;
import io.eventjobs.model.job.Progress;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.WorkerId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobRecordTest {
    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("everyPair")
    void takesTheStepsOfTheTableAndNoOthers(JobStatus from, JobStatus to) {
        JobRecord job = Jobs.in(from);
        JobState next = stateAfter(job, to);

        if (from == to || from.canBecome(to)) {
            assertThat(job.with(next).status()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> job.with(next))
                    .isInstanceOfSatisfying(IllegalTransitionException.class, refused -> {
                        assertThat(refused.from()).isEqualTo(from);
                        assertThat(refused.to()).isEqualTo(to);
                    })
                    .hasMessage("a " + from.word() + " job cannot become " + to.word());
        }
    }

    private static Stream<Arguments> everyPair() {
        return Arrays.stream(JobStatus.values())
                .flatMap(from -> Arrays.stream(JobStatus.values()).map(to -> Arguments.of(from, to)));
    }

    private static JobState stateAfter(JobRecord job, JobStatus to) {
        JobState state = job.state();
        return switch (to) {
            case PENDING -> state.waiting(null, state.budget(), NOW);
            case QUEUED -> state.queued(NOW);
            case PROCESSING -> state.heldBy(new Holder(new ExecutionId("x1"), new WorkerId("worker-1")), NOW);
            case COMPLETED, FAILED, CANCELLED -> state.ended(to, Progress.at(ProgressStep.QUEUED, "Over"), NOW);
        };
    }
}

package io.eventjobs.standalone.cli.load;

import static io.eventjobs.standalone.cli.load.Rows.completed;
import static io.eventjobs.standalone.cli.load.Rows.completedIn;
import static io.eventjobs.standalone.cli.load.Rows.completedTwice;
import static io.eventjobs.standalone.cli.load.Rows.failed;
import static io.eventjobs.standalone.cli.load.Rows.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void isCleanIfEachAcceptedJobCompletedOnce() {
        Outcome outcome = Outcome.of(
                Set.of("a"),
                Map.of("batch", 2),
                List.of(completed("a"), completedIn("batch", "b"), completedIn("batch", "c")));

        assertThat(outcome).isEqualTo(new Outcome(3, 0, 0, 0, 0));
    }

    @Test
    void anAcceptedJobThatIsNotThereIsLost() {
        assertThat(Outcome.of(Set.of("a", "b"), Map.of(), List.of(completed("a")))
                        .lost())
                .isEqualTo(1);
    }

    @Test
    void anAcceptedJobThatIsNotFinishedIsLost() {
        assertThat(Outcome.of(Set.of("a"), Map.of(), List.of(open("a", null))).lost())
                .isEqualTo(1);
    }

    @Test
    void theJobsThatAnAcceptedBatchHasNotFinishedAreLost() {
        List<JobRow> rows = List.of(completedIn("batch", "a"), open("b", "batch"), completedIn("batch", "a"));

        assertThat(Outcome.of(Set.of(), Map.of("batch", 3, "gone", 4), rows).lost())
                .isEqualTo(2 + 4);
    }

    @Test
    void aFailedJobIsNotLost() {
        Outcome outcome = Outcome.of(Set.of("a"), Map.of(), List.of(failed("a")));

        assertThat(outcome).isEqualTo(new Outcome(0, 1, 0, 0, 0));
    }

    @Test
    void aJobThatTwoExecutionsCompletedIsDoubled() {
        assertThat(Outcome.of(Set.of("a"), Map.of(), List.of(completedTwice("a")))
                        .doubled())
                .isEqualTo(1);
    }

    @Test
    void whatIsStoredWithoutAnAnswerIsCountedByItself() {
        Outcome outcome =
                Outcome.of(Set.of("a"), Map.of(), List.of(completed("a"), completed("b"), completedIn("unknown", "c")));

        assertThat(outcome).isEqualTo(new Outcome(3, 0, 0, 0, 2));
    }
}

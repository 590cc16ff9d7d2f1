package io.eventjobs.standalone.cli.load;

import static io.eventjobs.standalone.cli.load.Rows.at;
import static io.eventjobs.standalone.cli.load.Rows.completed;
import static io.eventjobs.standalone.cli.load.Rows.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingTest {
    @Test
    void aDrainCountsFromTheResume() {
        Working drain = Working.sinceResume(
                at(1_000), List.of(completed("a", null, 0, 1_100, 1_200), completed("b", null, 500, 1_300, 3_000)));

        assertThat(drain)
                .isEqualTo(new Working(
                        Working.From.RESUME,
                        2,
                        1,
                        new Percentiles(100, 300, 300, 300),
                        new Percentiles(200, 2_000, 2_000, 2_000),
                        0));
    }

    @Test
    void aSteadyLoadCountsEachJobFromItsAcceptance() {
        Working steady = Working.sinceAccept(
                List.of(completed("a", null, 0, 10, 20), completed("b", null, 3_900, 3_930, 4_000)));

        assertThat(steady)
                .isEqualTo(new Working(
                        Working.From.ACCEPT,
                        4,
                        0.5,
                        new Percentiles(10, 30, 30, 30),
                        new Percentiles(20, 100, 100, 100),
                        0));
    }

    @Test
    void aJobThatStartedBeforeTheResumeIsCounted() {
        Working drain = Working.sinceResume(at(1_000), List.of(completed("a", null, 0, 999, 1_200)));

        assertThat(drain.startedEarly()).isEqualTo(1);
    }

    @Test
    void isUnknownIfNothingWasCompleted() {
        assertThat(Working.sinceAccept(List.of(open("a", null)))).isNull();
        assertThat(Working.sinceResume(at(0), List.of(open("a", null)))).isNull();
    }
}

package io.eventjobs.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.StateCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusBarTest {
    @Test
    void showsEachStatusInProportion() {
        StatusBar bar = StatusBar.of(new StateCounts(5, 1, 2, 2, 0));

        assertThat(bar.segments())
                .containsExactly(
                        new StatusBar.Segment("completed", 0, 200),
                        new StatusBar.Segment("failed", 200, 200),
                        new StatusBar.Segment("processing", 400, 100),
                        new StatusBar.Segment("pending", 500, 500));
        assertThat(bar.percent()).isEqualTo(40);
        assertThat(bar.label()).isEqualTo("2 completed, 2 failed, 1 processing, 5 pending");
    }

    @Test
    void oneFailureAmongTenThousandIsStillToBeSeen() {
        StatusBar bar = StatusBar.of(new StateCounts(0, 0, 9_999, 1, 0));

        assertThat(bar.segments()).last().isEqualTo(new StatusBar.Segment("failed", 998, 2));
    }

    @Test
    void isNotFullBeforeTheLastJobIsFinished() {
        assertThat(StatusBar.of(new StateCounts(1, 0, 9_999, 0, 0)).percent()).isEqualTo(99);
    }

    @Test
    void hasNothingToShowWithoutJobs() {
        assertThat(StatusBar.of(StateCounts.allPending(0))).isEqualTo(new StatusBar(List.of(), 0, "no jobs"));
    }

    @Test
    void isDrawnAsItIsSaid() {
        assertThat(StatusBar.of(new StateCounts(0, 0, 1, 1, 0)).svg())
                .startsWith("<svg class=\"status-bar\" viewBox=\"0 0 1000 10\"")
                .contains("aria-label=\"1 completed, 1 failed\"")
                .contains("<rect class=\"failed\" x=\"500\" y=\"0\" width=\"500\" height=\"10\"></rect></svg>");
    }
}

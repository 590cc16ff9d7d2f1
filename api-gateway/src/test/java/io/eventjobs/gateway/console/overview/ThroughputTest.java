package io.eventjobs.gateway.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    @Test
    void countsFinishedJobsByTheMinute() {
        Throughput chart = Throughput.of(
                List.of(Jobs.NOW, Jobs.NOW.minusSeconds(59), Jobs.NOW.minusSeconds(60)),
                List.of(Jobs.NOW.minusSeconds(30)),
                Jobs.NOW);

        assertThat(chart.columns()).hasSize(30);
        assertThat(chart.most()).isEqualTo(3);
        assertThat(chart.completed()).isEqualTo(3);
        assertThat(chart.failed()).isEqualTo(1);
        assertThat(chart.columns().getLast()).isEqualTo(new Throughput.Column(582, 16, 34, 66, 1, 33));
        assertThat(chart.columns().get(28).good()).isEqualTo(33);
    }

    @Test
    void leavesOutWhatIsOlder() {
        Throughput chart = Throughput.of(List.of(Jobs.NOW.minus(Throughput.SPAN)), List.of(), Jobs.NOW);

        assertThat(chart.completed()).isZero();
        assertThat(chart.columns()).allMatch(column -> column.good() == 0);
    }

    @Test
    void takesAJobOfAGatewayWhoseClockIsAheadForOneOfThisMinute() {
        Throughput chart = Throughput.of(List.of(Jobs.NOW.plus(Duration.ofSeconds(3))), List.of(), Jobs.NOW);

        assertThat(chart.columns().getLast().good()).isEqualTo(Throughput.HEIGHT);
    }
}

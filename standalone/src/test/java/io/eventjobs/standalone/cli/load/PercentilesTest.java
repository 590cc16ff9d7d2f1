package io.eventjobs.standalone.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void areTheSmallestValuesThatSoManyDoNotExceed() {
        List<Double> millis =
                IntStream.rangeClosed(1, 200).mapToObj(n -> (double) (201 - n)).toList();

        assertThat(Percentiles.ofMillis(millis)).isEqualTo(new Percentiles(100, 190, 198, 200));
    }

    @Test
    void ofOneValueAreThatValue() {
        assertThat(Percentiles.ofMillis(List.of(7.26))).isEqualTo(new Percentiles(7.3, 7.3, 7.3, 7.3));
    }

    @Test
    void ofNothingAreUnknownNotZero() {
        assertThat(Percentiles.ofMillis(List.of())).isNull();
    }
}

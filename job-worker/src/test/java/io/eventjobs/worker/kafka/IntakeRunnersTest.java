package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeRunnersTest {
    /** Only the second one takes many at once, then up to a quarter of the slots, at most 16. */
    @ParameterizedTest
    @CsvSource({"1, 8, 1", "2, 8, 1 2", "2, 1, 1 1", "3, 100, 1 16 1"})
    void takeDownToTheLastSlotAndManyAtOnce(int consumers, int slots, String max) {
        List<String> each = IntStream.range(0, consumers)
                .mapToObj(number -> String.valueOf(IntakeRunners.maxPerPoll(number, slots)))
                .toList();

        assertThat(String.join(" ", each)).isEqualTo(max);
        assertThat(IntakeRunners.of(consumers, slots, any -> null).all()).hasSize(consumers);
    }
}

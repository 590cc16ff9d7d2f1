package io.eventjobs.worker.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeSizeTest {
    /** Only the second one takes many at once, then up to a quarter of the slots, at most 16. */
    @ParameterizedTest
    @CsvSource({"1, 8, 1", "2, 8, 1 2", "2, 1, 1 1", "3, 100, 1 16 1"})
    void oneTakesDownToTheLastSlotAndOneManyAtOnce(int intakes, int slots, String expected) {
        assertThat(of(intakes, slots).stream()
                        .map(size -> String.valueOf(size.maxPerPoll()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(IntakeRunners.of(intakes, slots, any -> null).all()).hasSize(intakes);
    }

    /** Where no intake takes many at once, all take always. */
    @ParameterizedTest
    @CsvSource({"1, 100, -", "2, 1, - -", "2, 8, 2 -", "3, 100, 16 - 16"})
    void whoTakesOneRestsWhileAnotherCanTakeMany(int intakes, int slots, String expected) {
        assertThat(of(intakes, slots).stream()
                        .map(size -> size.below() == Integer.MAX_VALUE ? "-" : String.valueOf(size.below()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static List<IntakeSize> of(int intakes, int slots) {
        return IntStream.range(0, intakes)
                .mapToObj(number -> IntakeSize.of(number, intakes, slots))
                .toList();
    }
}

package io.eventjobs.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
    @Test
    void anyGatewayReadsWhatAnotherWrote() {
        Positions positions = Positions.beginning(3);
        positions.advance(0, 7);
        positions.advance(2, 1_000_000_000_000L);

        Positions read = Positions.parse(positions.text(), 3);

        assertThat(positions.text()).isEqualTo("7.0.1000000000000");
        assertThat(read.of(2)).isEqualTo(1_000_000_000_000L);
        assertThat(read.text()).isEqualTo(positions.text());
    }

    @Test
    void aPartitionThatWasAddedIsReadFromItsBeginning() {
        assertThat(Positions.parse("4.5", 3).of(2)).isZero();
    }

    @Test
    void aPositionNeverGoesBack() {
        Positions positions = Positions.parse("4", 1);

        positions.advance(0, 3);

        assertThat(positions.of(0)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.", ".1", "-1", "1 2", "12345678901234567890"})
    void whatIsNoPositionIsRefused(String text) {
        assertThatThrownBy(() -> Positions.parse(text, 12)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePositionInABatchNamesPartitionOffsetAndSequence() {
        BatchPosition position = new BatchPosition(11, 42, 3);

        assertThat(position.text()).isEqualTo("11.42.3");
        assertThat(BatchPosition.parse("11.42.3")).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.2", "1.2.3.4", "1.2.-3", "a.b.c"})
    void whatIsNoPositionInABatchIsRefused(String text) {
        assertThatThrownBy(() -> BatchPosition.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DispatchWindowTest {
    @Test
    void isWhatWorkersHaveRoomForAndALittleAhead() {
        assertThat(new DispatchWindow(8, 12, 12, 50).free(0, 0)).isEqualTo(12);
        assertThat(new DispatchWindow(8, 12, 12, 50).free(3, 7)).isEqualTo(2);
    }

    @Test
    void whatIsAheadIsBeyondTheRoomOfTheWorkers() {
        assertThat(new DispatchWindow(8, 12, 12, 50).ahead()).isEqualTo(4);
        assertThat(new DispatchWindow(8, 6, 12, 50).ahead()).isEqualTo(2);
        assertThat(new DispatchWindow(8, 12, 12, 0).ahead()).isZero();
    }

    @Test
    void isShutWithoutWorkersOrPartitions() {
        assertThat(new DispatchWindow(0, 12, 12, 50).free(0, 0)).isZero();
        assertThat(new DispatchWindow(8, 0, 12, 50).free(0, 0)).isZero();
    }

    @Test
    void isNeverNegative() {
        assertThat(new DispatchWindow(1, 12, 12, 0).free(5, 5)).isZero();
    }

    @Property
    void theSharesOfAllGatewaysTogetherAreTheWindowAndLessThanOneMoreForEach(
            @ForAll @IntRange(min = 1, max = 500) int capacity, @ForAll @IntRange(min = 1, max = 11) int owned) {
        int whole = new DispatchWindow(capacity, 12, 12, 50).free(0, 0);
        int shares = new DispatchWindow(capacity, owned, 12, 50).free(0, 0)
                + new DispatchWindow(capacity, 12 - owned, 12, 50).free(0, 0);

        assertThat(shares).isBetween(whole, whole + 1);
    }
}

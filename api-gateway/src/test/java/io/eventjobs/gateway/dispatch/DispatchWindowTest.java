package io.eventjobs.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DispatchWindowTest {
    @Test
    void isTheSlotsAndALittleAhead() {
        assertThat(new DispatchWindow(8, 12, 12, 50).free(0, 0)).isEqualTo(12);
        assertThat(new DispatchWindow(8, 12, 12, 50).free(3, 7)).isEqualTo(2);
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
            @ForAll @IntRange(min = 1, max = 500) int slots, @ForAll @IntRange(min = 1, max = 11) int owned) {
        int whole = new DispatchWindow(slots, 12, 12, 50).free(0, 0);
        int shares = new DispatchWindow(slots, owned, 12, 50).free(0, 0)
                + new DispatchWindow(slots, 12 - owned, 12, 50).free(0, 0);

        assertThat(shares).isBetween(whole, whole + 1);
    }
}

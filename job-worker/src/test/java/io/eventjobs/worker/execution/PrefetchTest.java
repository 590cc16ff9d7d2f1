package io.eventjobs.worker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.worker.fixture.HandTicker;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private static final int SLOTS = 8;

    private final HandTicker ticker = new HandTicker();
    private final Prefetch prefetch = new Prefetch(SLOTS, 120, ticker);

    @Test
    void isNoneBeforeEnoughExecutionsWereSeen() {
        executions(15, Duration.ofMillis(1), Duration.ofMillis(50));
        assertThat(prefetch.size()).isZero();

        executions(1, Duration.ofMillis(1), Duration.ofMillis(50));
        assertThat(prefetch.size()).isPositive();
    }

    @Test
    void fillsTheTimeThatTheExchangesTake() {
        executions(16, Duration.ofMillis(100), Duration.ofMillis(100));
        assertThat(prefetch.size()).isEqualTo(SLOTS);
    }

    @Test
    void isNoneWhereJobsAreLong() {
        executions(200, Duration.ofSeconds(30), Duration.ofMillis(100));
        assertThat(prefetch.size()).isZero();
    }

    @Test
    void oneLongJobAmongManyShortOnesEndsIt() {
        executions(200, Duration.ofMillis(8), Duration.ofMillis(100));
        assertThat(prefetch.size()).isEqualTo(100);

        executions(1, Duration.ofMinutes(5), Duration.ofMillis(100));
        assertThat(prefetch.size()).isZero();
    }

    @Test
    void endsWhenAJobThatWasTakenAheadFindsNoSlot() {
        executions(16, Duration.ofMillis(1), Duration.ofMillis(100));
        prefetch.reset();
        assertThat(prefetch.size()).isZero();

        executions(15, Duration.ofMillis(1), Duration.ofMillis(100));
        assertThat(prefetch.size()).isZero();
    }

    @Test
    void saysNothingOfJobsThatComeLater() {
        executions(16, Duration.ofMillis(1), Duration.ofMillis(100));
        ticker.advance(Duration.ofSeconds(5));
        assertThat(prefetch.size()).isPositive();

        ticker.advance(Duration.ofMillis(1));
        assertThat(prefetch.size()).isZero();
    }

    @Property
    void isNeverMoreThanItsBounds(
            @ForAll @IntRange(min = 1, max = 1_000) int slots,
            @ForAll @IntRange(max = 1_000) int max,
            @ForAll @IntRange(max = 1_000_000) int workNanos,
            @ForAll @IntRange(max = 1_000_000_000) int exchangeNanos) {
        Prefetch any = new Prefetch(slots, max, ticker);
        for (int i = 0; i < 16; i++) {
            any.over(new ExecutionTimes.Spent(workNanos, exchangeNanos));
        }

        assertThat(any.size()).isBetween(0, any.max());
        assertThat(any.max()).isLessThanOrEqualTo(max).isLessThanOrEqualTo(15 * slots);
    }

    private void executions(int count, Duration work, Duration exchange) {
        for (int i = 0; i < count; i++) {
            prefetch.over(new ExecutionTimes.Spent(work.toNanos(), exchange.toNanos()));
        }
    }
}

package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final Progress progress = new Progress(PATIENCE, Duration.ofMillis(1), nanos::get);

    @Test
    void waitsAsLongAsThereIsProgress() {
        int seen = progress.until("it is ten", () -> lookAfter(PATIENCE), value -> value == 10);

        assertThat(seen).isEqualTo(10);
        assertThat(nanos.get()).isEqualTo(PATIENCE.multipliedBy(10).toNanos());
    }

    @Test
    void failsWithoutProgressForTheMaximumTime() {
        assertThatThrownBy(() -> progress.until("it moves", () -> lookAfter(PATIENCE) * 0, value -> value == 1))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Waiting until it moves: no progress for 10 s, last seen: 0");
        assertThat(looks.get()).isEqualTo(3);
    }

    @Test
    void failsWithTheCauseIfNoStateCanBeObserved() {
        IllegalStateException fault = new IllegalStateException("gone");

        assertThatThrownBy(() -> progress.until(
                        "it is back",
                        () -> {
                            lookAfter(PATIENCE);
                            throw fault;
                        },
                        seen -> true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("last seen: null")
                .hasCause(fault);
    }

    @Test
    void continuesAfterAShortOutage() {
        int seen = progress.until(
                "it is back",
                () -> {
                    int look = lookAfter(PATIENCE.dividedBy(4));
                    if (look > 1 && look < 5) {
                        throw new IllegalStateException("gone");
                    }
                    return look;
                },
                value -> value == 5);

        assertThat(seen).isEqualTo(5);
    }

    @Test
    void aViolatedConditionFailsAtOnce() {
        assertThatThrownBy(() -> Progress.holds(Duration.ofDays(1), () -> assertThat(looks.incrementAndGet())
                        .isLessThan(3)))
                .isInstanceOf(AssertionError.class);
        assertThat(looks.get()).isEqualTo(3);
    }

    /** The number of observations, each of which took this long. */
    private int lookAfter(Duration time) {
        nanos.addAndGet(time.toNanos());
        return looks.incrementAndGet();
    }
}

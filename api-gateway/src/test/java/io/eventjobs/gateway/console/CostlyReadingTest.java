package io.eventjobs.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CostlyReadingTest {
    private long now;
    private int readings;
    private Duration duration = Duration.ZERO;
    private final CostlyReading<String, String> reading = new CostlyReading<>(this::read, () -> now);

    @Test
    void whatIsReadQuicklyIsReadOnceASecond() {
        assertThat(reading.of("a")).isEqualTo("a 1");
        pass(Duration.ofMillis(999));
        assertThat(reading.of("a")).isEqualTo("a 1");
        pass(Duration.ofMillis(1));
        assertThat(reading.of("a")).isEqualTo("a 2");
    }

    @Test
    void whatTakesLongIsKeptFiveTimesAsLong() {
        duration = Duration.ofSeconds(2);
        reading.of("a");

        pass(Duration.ofMillis(9_999));
        assertThat(reading.of("a")).isEqualTo("a 1");
        pass(Duration.ofMillis(1));
        assertThat(reading.of("a")).isEqualTo("a 2");
    }

    @Test
    void keepsAHundredThatWereReadLast() {
        for (int number = 0; number <= 100; number++) {
            reading.of("b" + number);
        }

        assertThat(reading.of("b1")).isEqualTo("b1 2");
        assertThat(reading.of("b0")).isEqualTo("b0 102");
    }

    @Test
    void whoAsksForAnotherDoesNotWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CostlyReading<String, String> blocked = new CostlyReading<>(
                key -> {
                    if (key.equals("slow")) {
                        begun.countDown();
                        awaitThe(answered);
                    }
                    return key;
                },
                () -> now);
        Thread slow = Thread.ofVirtual().start(() -> blocked.of("slow"));
        begun.await();

        assertThat(blocked.of("other")).isEqualTo("other");

        answered.countDown();
        slow.join();
    }

    private static void awaitThe(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String read(String key) {
        pass(duration);
        return key + " " + ++readings;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

package io.eventjobs.gateway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.background.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanScheduleTest {
    private static final Duration INTERVAL = Duration.ofSeconds(60);

    private final ManualTime time = new ManualTime();
    private final ScanSchedule schedule = new ScanSchedule(INTERVAL, time, new Signal());

    @Test
    void theFirstScanIsDueOneIntervalAfterTheStart() {
        time.pass(INTERVAL.minusNanos(1));
        assertThat(schedule.begins()).isFalse();

        time.pass(Duration.ofNanos(1));
        assertThat(schedule.begins()).isTrue();
    }

    @Test
    void aScanThatBeginsPutsTheNextOneOffByAnInterval() {
        time.pass(INTERVAL.multipliedBy(10));

        assertThat(schedule.begins()).isTrue();
        assertThat(schedule.begins()).isFalse();

        time.pass(INTERVAL);
        assertThat(schedule.begins()).isTrue();
    }

    @Test
    void aScanThatIsAskedForIsDueAtOnceAndOnce() {
        schedule.request();
        schedule.request();

        assertThat(schedule.begins()).isTrue();
        assertThat(schedule.begins()).isFalse();
    }

    @Test
    void aScanThatWasAskedForPutsTheRegularOneOff() {
        time.pass(INTERVAL.minusSeconds(1));
        schedule.request();
        assertThat(schedule.begins()).isTrue();

        time.pass(Duration.ofSeconds(1));
        assertThat(schedule.begins()).isFalse();
    }

    @Test
    void askingForAScanWakesWhoeverScans() throws InterruptedException {
        schedule.request();

        schedule.signal().await(Duration.ofDays(1));
    }
}

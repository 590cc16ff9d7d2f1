package io.eventjobs.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventCounterTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ManualTime time = new ManualTime();
    private final EventCounter counter = new EventCounter(meters, time);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void countsEachEventByItsType(EventType type) {
        counter.published(event(type, Jobs.NOW, Map.of()));
        counter.published(event(type, Jobs.NOW, Map.of()));

        assertThat(count("event_jobs.events", "type", type.word())).isEqualTo(2);
    }

    @Test
    void countsFailuresByTheirCode() {
        counter.published(event(EventType.JOB_FAILED, Jobs.NOW, Map.of("error_code", "HTTP_NOT_FOUND")));
        counter.published(event(EventType.JOB_FAILED, Jobs.NOW, Map.of("error_code", "HTTP_FORBIDDEN")));

        assertThat(count("event_jobs.failures", "code", "HTTP_NOT_FOUND")).isOne();
        assertThat(count("event_jobs.failures", "code", "HTTP_FORBIDDEN")).isOne();
        assertThat(total("event_jobs.retries")).isZero();
    }

    @Test
    void countsRetriesByTheirCodeAndThoseAfterAnInterruptionUnderNone() {
        counter.published(event(EventType.JOB_RETRYING, Jobs.NOW, Map.of("error_code", "TIMED_OUT")));
        counter.published(event(EventType.JOB_RETRYING, Jobs.NOW, Map.of()));

        assertThat(count("event_jobs.retries", "code", "TIMED_OUT")).isOne();
        assertThat(count("event_jobs.retries", "code", "NONE")).isOne();
        assertThat(total("event_jobs.failures")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"JOB_FAILED", "JOB_RETRYING"})
    void takesNothingElseForAFailure(EventType type) {
        counter.published(event(type, Jobs.NOW, Map.of("error_code", "TIMED_OUT")));

        assertThat(total("event_jobs.failures")).isZero();
        assertThat(total("event_jobs.retries")).isZero();
    }

    @Test
    void measuresHowLongAnEventWaitedToBePublished() {
        time.pass(Duration.ofMillis(1_500));

        counter.published(event(EventType.JOB_CREATED, Jobs.NOW, Map.of()));

        Timer delay = meters.get("event_jobs.outbox.delay").timer();
        assertThat(delay.count()).isOne();
        assertThat(delay.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1_500);
    }

    @Test
    void anEventFromAGatewayWhoseClockIsAheadWaitedForNoTime() {
        counter.published(event(EventType.JOB_CREATED, Jobs.NOW.plusSeconds(5), Map.of()));

        Timer delay = meters.get("event_jobs.outbox.delay").timer();
        assertThat(delay.count()).isOne();
        assertThat(delay.totalTime(TimeUnit.MILLISECONDS)).isZero();
    }

    @Test
    void everyMeterExistsBeforeAnythingHappens() {
        assertThat(meters.get("event_jobs.events").counters()).hasSize(EventType.values().length);
        assertThat(meters.get("event_jobs.failures").counters()).hasSize(FailureCode.values().length);
        assertThat(count("event_jobs.retries", "code", "NONE")).isZero();
        assertThat(meters.get("event_jobs.outbox.delay").timer().count()).isZero();
    }

    private double total(String name) {
        return meters.get(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    private double count(String name, String tag, String value) {
        return meters.get(name).tag(tag, value).counter().count();
    }

    private static PublicEvent event(EventType type, Instant at, Map<String, Object> data) {
        return PublicEvent.of(type, "job-1", 1, at, data);
    }
}

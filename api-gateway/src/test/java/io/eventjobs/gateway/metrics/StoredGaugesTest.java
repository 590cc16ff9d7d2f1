package io.eventjobs.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.mongo.QueueStatistics;
import io.eventjobs.model.job.FailureCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class StoredGaugesTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StoredGauges gauges = new StoredGauges(gateway.bean(QueueStatistics.class), meters, gateway.time());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void bothAreZeroBeforeAnybodyLooked() {
        gateway.submitted();
        gateway.pass(Duration.ofSeconds(5));

        assertThat(value("event_jobs.dead_letters")).isZero();
        assertThat(value("event_jobs.oldest_wait")).isZero();
    }

    @Test
    void sayWhatWasTrueWhenItWasLookedAtLast() {
        gateway.fails(gateway.running(), FailureCode.HTTP_NOT_FOUND);
        gateway.submitted();
        gateway.pass(Duration.ofMillis(7_900));

        assertThat(gauges.run()).isEqualTo(Duration.ofSeconds(30));

        assertThat(value("event_jobs.dead_letters")).isOne();
        assertThat(value("event_jobs.oldest_wait")).isEqualTo(7);
        gateway.pass(Duration.ofSeconds(20));
        assertThat(value("event_jobs.oldest_wait")).isEqualTo(7);
    }

    @Test
    void theWaitIsOverWhenNobodyWaits() {
        gateway.submitted();
        gateway.pass(Duration.ofSeconds(7));
        gauges.run();

        gateway.round();
        gauges.run();

        assertThat(value("event_jobs.oldest_wait")).isZero();
    }

    @Test
    void whatWasKnownStaysWhileMongoIsAway() {
        gateway.fails(gateway.running(), FailureCode.HTTP_NOT_FOUND);
        gauges.run();
        gateway.mongoIsAway(true);

        assertThatThrownBy(gauges::run).isInstanceOf(DataAccessException.class);

        assertThat(value("event_jobs.dead_letters")).isOne();
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }
}

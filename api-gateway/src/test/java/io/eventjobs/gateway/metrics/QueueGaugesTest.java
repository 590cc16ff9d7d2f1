package io.eventjobs.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.dispatch.DispatchPermits;
import io.eventjobs.gateway.dispatch.WorkerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueGaugesTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new QueueGauges(
                        gateway.jobIndex(),
                        gateway.bean(WorkerRegistry.class),
                        gateway.outbox(),
                        gateway.bean(DispatchPermits.class))
                .bindTo(meters);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void countsUnfinishedJobsByState() {
        gateway.running();
        gateway.dispatched();
        gateway.submitted();

        assertThat(jobs("processing")).isOne();
        assertThat(jobs("queued")).isOne();
        assertThat(jobs("pending")).isOne();
    }

    @Test
    void hasNoGaugeForStatesInWhichJobsStay() {
        assertThat(meters.find("event_jobs.jobs").gauges())
                .extracting(gauge -> gauge.getId().getTag("status"))
                .containsExactlyInAnyOrder("pending", "queued", "processing");
    }

    @Test
    void countsThePartitionsThatAreThisGateways() {
        assertThat(value("event_jobs.partitions")).isEqualTo(GatewayHarness.PARTITIONS);

        gateway.gives(Set.of(1, 2, 3));

        assertThat(value("event_jobs.partitions")).isEqualTo(GatewayHarness.PARTITIONS - 3);
    }

    @Test
    void countsWorkersAndTheirSlotsWhileTheySayThatTheyAreThere() {
        assertThat(value("event_jobs.workers")).isOne();
        assertThat(value("event_jobs.slots")).isEqualTo(10);

        gateway.pass(Duration.ofSeconds(11));

        assertThat(value("event_jobs.workers")).isZero();
        assertThat(value("event_jobs.slots")).isZero();
    }

    @Test
    void nothingWaitsToBePublishedWhileKafkaAcknowledges() {
        gateway.submitted();

        assertThat(value("event_jobs.outbox.waiting")).isZero();
    }

    @Test
    void namesEveryReasonToWaitForAHostThoughNobodyWaits() {
        assertThat(meters.find("event_jobs.hosts.waited.for").gauges())
                .allMatch(gauge -> gauge.value() == 0)
                .extracting(gauge -> gauge.getId().getTag("reason"))
                .containsExactlyInAnyOrder("full", "asked", "rate");
    }

    private double jobs(String status) {
        return meters.get("event_jobs.jobs").tag("status", status).gauge().value();
    }

    private double value(String name) {
        Gauge gauge = meters.get(name).gauge();
        return gauge.value();
    }
}

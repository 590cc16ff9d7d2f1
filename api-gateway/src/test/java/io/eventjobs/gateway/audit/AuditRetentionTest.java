package io.eventjobs.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.mongo.AuditLog;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditRetentionTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final GatewayHarness gateway = GatewayHarness.start();
    private final AuditLog log = gateway.bean(AuditLog.class);
    private final AuditRetention retention = new AuditRetention(log, gateway.time());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void keepsWhatWasDoneForAYear() {
        log.add("default", "cancelJob", "/", "192.0.2.7");
        gateway.pass(YEAR);

        retention.run();
        assertThat(log.newest(null, 10)).hasSize(1);

        gateway.pass(Duration.ofMillis(1));
        retention.run();
        assertThat(log.newest(null, 10)).isEmpty();
    }

    @Test
    void looksFourTimesADay() {
        assertThat(retention.run()).isEqualTo(Duration.ofHours(6));
    }
}

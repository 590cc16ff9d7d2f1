package io.eventjobs.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DependencyHealthTest {
    private @Nullable Exception fault;
    private int checks;
    private final DependencyHealth health = new DependencyHealth(this::check);

    @Test
    void isDegradedBeforeAnybodyLooked() {
        assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health.health().getDetails()).containsEntry("trouble", "not looked at yet");
    }

    @Test
    void isUpAfterACheckThatSucceeded() throws InterruptedException {
        assertThat(health.run()).isEqualTo(Duration.ofSeconds(5));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).isEmpty();
    }

    @Test
    void isDegradedAfterACheckThatFailedAndLooksAgainSooner() throws InterruptedException {
        health.run();
        fault = new ConnectException("http://10.0.0.7:9000 with secret");

        assertThat(health.run()).isEqualTo(Duration.ofSeconds(1));
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
    }

    @Test
    void namesTheTroubleAndNoAddress() throws InterruptedException {
        fault = new ConnectException("http://10.0.0.7:9000 with secret");
        health.run();

        assertThat(health.health().getDetails()).containsExactly(Map.entry("trouble", "ConnectException"));
    }

    @Test
    void isUpAgainWhenTheDependencyIsBack() throws InterruptedException {
        fault = new IllegalStateException("away");
        health.run();
        fault = null;
        health.run();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isAskedWithoutLooking() throws InterruptedException {
        health.run();
        health.health();
        health.health();

        assertThat(checks).isEqualTo(1);
    }

    @Test
    void anEndOfTheGatewayIsNoTrouble() throws InterruptedException {
        health.run();
        fault = new InterruptedException("stop");

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(health::run);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void check() throws Exception {
        checks++;
        if (fault != null) {
            throw fault;
        }
    }
}

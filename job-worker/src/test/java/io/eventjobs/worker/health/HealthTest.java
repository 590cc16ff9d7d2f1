package io.eventjobs.worker.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class HealthTest {
    private boolean isThere = true;
    private final DependencyHealth health = new DependencyHealth(() -> {
        if (!isThere) {
            throw new IOException("no answer");
        }
    });

    @Test
    void isNotReadyBeforeTheFirstCheck() {
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void followsTheDependencyAndChecksMoreOftenWhileItIsDown() throws Exception {
        assertThat(health.run()).isEqualTo(Duration.ofSeconds(5));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        isThere = false;
        assertThat(health.run()).isEqualTo(Duration.ofSeconds(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.health().getDetails()).containsEntry("fault", "IOException");
    }

    @Test
    void endsItsRoundWhenItIsInterrupted() {
        DependencyHealth interrupted = new DependencyHealth(() -> {
            throw new InterruptedException("stopped");
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(interrupted::run);
    }
}

package io.eventjobs.worker.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class WorkerReadinessTest {
    private Health kafka = Health.outOfService().build();
    private Health store = Health.outOfService().build();
    private Health controls = Health.outOfService().build();

    private final WorkerReadiness readiness = new WorkerReadiness(
            List.of(
                    new WorkerReadiness.Need("Kafka", "127.0.0.1:9092", () -> kafka),
                    new WorkerReadiness.Need("the object store", "http://127.0.0.1:9000", () -> store)),
            () -> controls);

    @Test
    void namesEachServiceThatDoesNotAnswer() {
        assertThat(readiness.missing())
                .containsExactly("Kafka at 127.0.0.1:9092", "the object store at http://127.0.0.1:9000");
    }

    @Test
    void waitsForAGatewayOnceTheServicesAreThere() {
        kafka = Health.up().build();
        store = Health.up().build();

        assertThat(readiness.missing()).containsExactly("the topics, which a gateway creates");
    }

    @Test
    void missesNothingWhenTheWorkerTakesCommands() {
        kafka = Health.up().build();
        store = Health.up().build();
        controls = Health.up().build();

        assertThat(readiness.missing()).isEmpty();
    }
}

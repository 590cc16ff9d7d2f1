package io.eventjobs.gateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.artifact.StoreService;
import io.eventjobs.connection.Service;
import io.eventjobs.connection.ServiceRefusedException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;

class ServiceWaitTest {
    private static final Service KAFKA = Service.kafka("broker:9092");

    private final AtomicLong now = new AtomicLong();
    private final ServiceWait wait =
            new ServiceWait(now::get, time -> now.addAndGet(time.toNanos()), Duration.ofSeconds(10));

    @Test
    void repeatsAStepUntilItIsDone() throws InterruptedException {
        int[] calls = {0};

        wait.until(KAFKA, () -> ++calls[0] == 3);

        assertThat(calls[0]).isEqualTo(3);
    }

    @Test
    void waitsForAServiceThatIsNotThereYet() throws InterruptedException {
        int[] calls = {0};

        wait.until(KAFKA, () -> {
            if (++calls[0] < 5) {
                throw new TimeoutException("no broker");
            }
            return true;
        });

        assertThat(calls[0]).isEqualTo(5);
    }

    @Test
    void namesTheServiceAndItsFaultWhenTheTimeIsOver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.until(KAFKA, () -> {
                    throw new TimeoutException("no broker");
                }))
                .withMessage("Kafka was not ready within PT10S: no broker");
        assertThat(Duration.ofNanos(now.get())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void tellsWhatAStoreThatRefusesSays() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.until(StoreService.at(URI.create("http://store:9000")), () -> {
                    throw new StoreRefusedException(
                            "could not create the bucket", "InvalidBucketName", "No such name.", new IOException());
                }))
                .withMessage(
                        "The object store was not ready within PT10S: it refuses: InvalidBucketName (No such name.)");
    }

    @Test
    void doesNotRepeatAWrongConfiguration() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.until(KAFKA, () -> {
                    throw new IllegalStateException("topic x has 3 partitions, but 12 are configured");
                }))
                .withMessageStartingWith("topic x");
        assertThat(now).hasValue(0);
    }

    @Test
    void doesNotWaitForAServiceThatRefuses() {
        assertThatExceptionOfType(ServiceRefusedException.class)
                .isThrownBy(() -> wait.until(KAFKA, () -> {
                    throw new ExecutionException(new SaslAuthenticationException("invalid credentials"));
                }))
                .withMessage(
                        "Kafka at broker:9092 refuses this process (invalid credentials); see spring.kafka.properties.sasl.jaas.config");
        assertThat(now).hasValue(0);
    }
}

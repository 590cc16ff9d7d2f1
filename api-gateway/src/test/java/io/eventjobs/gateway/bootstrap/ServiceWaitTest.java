package io.eventjobs.gateway.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eventjobs.artifact.StoreRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServiceWaitTest {
    private final AtomicLong now = new AtomicLong();
    private final ServiceWait wait =
            new ServiceWait(now::get, time -> now.addAndGet(time.toNanos()), Duration.ofSeconds(10));

    @Test
    void repeatsAStepUntilItIsDone() throws InterruptedException {
        int[] calls = {0};

        wait.until("Kafka", () -> ++calls[0] == 3);

        assertThat(calls[0]).isEqualTo(3);
    }

    @Test
    void waitsForAServiceThatIsNotThereYet() throws InterruptedException {
        int[] calls = {0};

        wait.until("Kafka", () -> {
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
                .isThrownBy(() -> wait.until("Kafka", () -> {
                    throw new TimeoutException("no broker");
                }))
                .withMessage("Kafka was not ready within PT10S: no broker");
        assertThat(Duration.ofNanos(now.get())).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void tellsWhatAStoreThatRefusesSays() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.until("The object store", () -> {
                    throw new StoreRefusedException(
                            "could not create the bucket", "AccessDenied", "Access denied.", new IOException());
                }))
                .withMessage("The object store was not ready within PT10S: it refuses: AccessDenied (Access denied.)");
    }

    @Test
    void doesNotRepeatAWrongConfiguration() {
        assertThatIllegalStateException()
                .isThrownBy(() -> wait.until("Kafka", () -> {
                    throw new IllegalStateException("topic x has 3 partitions, but 12 are configured");
                }))
                .withMessageStartingWith("topic x");
        assertThat(now).hasValue(0);
    }
}

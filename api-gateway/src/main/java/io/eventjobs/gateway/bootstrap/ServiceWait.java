package io.eventjobs.gateway.bootstrap;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.StoreRefusedException;
import io.eventjobs.connection.Service;
import io.eventjobs.connection.ServiceRefusedException;
import io.eventjobs.gateway.background.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a step of the preparation until its service has done it, or for a limited time. */
final class ServiceWait {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceWait.class);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private final Ticker ticker;
    private final Pause pause;
    private final Duration timeout;

    ServiceWait(Ticker ticker, Pause pause, Duration timeout) {
        this.ticker = ticker;
        this.pause = pause;
        this.timeout = timeout;
    }

    /**
     * @throws IllegalStateException that names the service and its last fault, if the step was not done in time
     * @throws ServiceRefusedException at once, if the service refuses this process
     */
    void until(Service service, Step step) throws InterruptedException {
        long start = ticker.nanos();
        String logged = "";
        while (true) {
            String fault = fault(service, step);
            if (fault.isEmpty()) {
                return;
            }
            if (ticker.nanos() - start >= timeout.toNanos()) {
                throw new IllegalStateException(service.name() + " was not ready within " + timeout + ": " + fault);
            }
            if (!fault.equals(logged)) {
                logged = fault;
                LOG.atInfo()
                        .addKeyValue("service", service.name())
                        .addKeyValue("fault", fault)
                        .log("Waiting for a service");
            }
            pause.sleep(AGAIN);
        }
    }

    /** Empty if the step is done. */
    private static String fault(Service service, Step step) throws InterruptedException {
        try {
            return step.isDone() ? "" : "not all is created yet";
        } catch (ExecutionException | TimeoutException | KafkaException | ArtifactStoreException e) {
            Optional<ServiceRefusedException> refusal = service.refusal(e);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            if (e instanceof StoreRefusedException refused) {
                return "it refuses: " + refused.words();
            }
            Throwable reason = e.getCause() == null ? e : e.getCause();
            return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        }
    }

    /** What a service is asked to do; may be repeated. */
    @FunctionalInterface
    interface Step {
        boolean isDone() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** How this waits. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }
}

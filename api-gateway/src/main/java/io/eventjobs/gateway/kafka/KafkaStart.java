package io.eventjobs.gateway.kafka;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.log.LogKeys;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Waits for Kafka, creates the topics, then starts the consumer. HTTP does not wait for this: jobs accepted meanwhile are stored in
 * MongoDB.
 */
final class KafkaStart implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStart.class);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration DONE = Duration.ofDays(1);

    private final TopicSetup topics;
    private final Supplier<Admin> kafka;
    private final @Nullable MessageListenerContainer reports;
    private boolean isDone;

    /** @param reports null in a gateway that reads none */
    KafkaStart(TopicSetup topics, Supplier<Admin> kafka, @Nullable MessageListenerContainer reports) {
        this.topics = topics;
        this.kafka = kafka;
        this.reports = reports;
    }

    @Override
    public Duration run() throws InterruptedException {
        if (isDone || (reports != null && reports.isRunning())) {
            return DONE;
        }
        try (Admin admin = kafka.get()) {
            if (!topics.prepare(admin)) {
                return AGAIN;
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                    .log("Waiting for Kafka");
            return AGAIN;
        }
        isDone = true;
        if (reports != null) {
            reports.start();
            LOG.atInfo().log("Topics ready; listening to reports");
        }
        return DONE;
    }
}

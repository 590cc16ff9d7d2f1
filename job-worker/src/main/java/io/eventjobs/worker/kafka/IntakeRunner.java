package io.eventjobs.worker.kafka;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.execution.Slots;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an intake on a thread of its own until it is stopped; a consumer that breaks is replaced by a new one. */
public final class IntakeRunner {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRunner.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Source source;
    private final Topics topics;
    private final Slots slots;
    private final KafkaReportSender reports;
    private final WorkerId workerId;
    private volatile boolean running;
    private @Nullable Thread thread;

    public IntakeRunner(Source source, Topics topics, Slots slots, KafkaReportSender reports, WorkerId workerId) {
        this.source = source;
        this.topics = topics;
        this.slots = slots;
        this.reports = reports;
        this.workerId = workerId;
    }

    public synchronized void start(String name) {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::loop);
    }

    /** Stops to take commands; what was taken and not claimed goes back to Kafka. Returns when that is done. */
    public synchronized void stop() throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(CLOSE.multipliedBy(2));
        }
    }

    private void loop() {
        while (running) {
            ShareConsumer<String, byte[]> consumer = source.consumers().get();
            try {
                consumer.subscribe(Set.of(topics.commands()));
                CommandIntake intake = new CommandIntake(consumer, source.max(), slots, reports, workerId);
                while (running) {
                    intake.step();
                }
            } catch (InterruptedException | InterruptException | WakeupException e) {
                LOG.atDebug().log("Intake interrupted");
            } catch (Exception e) {
                LOG.atWarn().setCause(e).log("Intake broke off and begins anew");
                pause();
            } finally {
                close(consumer);
            }
        }
    }

    /** An interrupt would cut the closing short, and with it the giving back of what was fetched. */
    private static void close(ShareConsumer<String, byte[]> consumer) {
        Thread.interrupted();
        try {
            consumer.close(CLOSE);
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("Share consumer not closed cleanly; its commands come back when their locks end");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Where an intake has commands from.
     *
     * @param max how many commands a consumer gives with one poll, at least 1 and no more than there are slots
     */
    public record Source(Supplier<ShareConsumer<String, byte[]>> consumers, int max) {}
}

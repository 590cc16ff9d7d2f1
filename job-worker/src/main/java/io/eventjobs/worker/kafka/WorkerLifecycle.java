package io.eventjobs.worker.kafka;

import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import io.eventjobs.worker.execution.Slots;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a worker: waits for Kafka, listens to controls, says that it is there, takes commands. And drains it: takes nothing
 * more, lets what is nearly done end, hands the rest back, reports to the end.
 */
public final class WorkerLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final WorkerId workerId;
    private final Slots slots;
    private final Talk talk;
    private final List<IntakeRunner> intakes;
    private final KafkaReadiness readiness;
    private final Timing timing;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("worker-timer").daemon(true).factory());
    private volatile boolean running;
    private volatile boolean taking;
    private @Nullable Thread starting;

    public WorkerLifecycle(
            WorkerId workerId,
            Slots slots,
            Talk talk,
            List<IntakeRunner> intakes,
            KafkaReadiness readiness,
            Timing timing) {
        this.workerId = workerId;
        this.slots = slots;
        this.talk = talk;
        this.intakes = intakes;
        this.readiness = readiness;
        this.timing = timing;
    }

    @Override
    public synchronized void start() {
        running = true;
        starting = Thread.ofPlatform().name("worker-start").daemon(true).start(this::begin);
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Whether it takes commands. */
    public boolean isTaking() {
        return taking;
    }

    private void begin() {
        try {
            readiness.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        talk.controls().start(talk.topics());
        timer.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::sayPresent, 0, timing.presence().toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0; i < intakes.size(); i++) {
            intakes.get(i).start("intake-" + i);
        }
        taking = true;
        LOG.atInfo()
                .addKeyValue("worker_id", workerId)
                .addKeyValue("slots", slots.count())
                .log("Worker takes commands");
    }

    private void drain() throws InterruptedException {
        draining.set(true);
        if (starting != null) {
            starting.interrupt();
            starting.join(timing.grace());
        }
        if (!taking) {
            timer.shutdownNow();
            return;
        }
        taking = false;
        for (IntakeRunner intake : intakes) {
            intake.stop();
        }
        sayPresent();
        if (!slots.awaitIdle(timing.grace())) {
            slots.drain();
            slots.awaitIdle(timing.drain());
        }
        timer.shutdownNow();
        talk.reports().flush();
        talk.controls().stop();
        LOG.atInfo().addKeyValue("unfinished", slots.executions().size()).log("Worker drained");
    }

    /** A timer that throws is not run again: whatever happens in one round, the next must come. */
    private void tick() {
        try {
            slots.tick();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Heartbeats failed this time");
        }
    }

    private void sayPresent() {
        try {
            String version = String.valueOf(WorkerLifecycle.class.getPackage().getImplementationVersion());
            talk.reports()
                    .sendToAll(new Report.Presence(
                            workerId, version, slots.count(), slots.executions(), slots.jobTypes(), draining.get()));
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", String.valueOf(e.getMessage())).log("Presence not sent this time");
        }
    }

    /** Through which it talks with gateways. */
    public record Talk(Topics topics, KafkaReportSender reports, ControlListener controls) {}

    /** How often it says that it is there, and how long draining takes. */
    public record Timing(Duration presence, Duration grace, Duration drain) {}
}

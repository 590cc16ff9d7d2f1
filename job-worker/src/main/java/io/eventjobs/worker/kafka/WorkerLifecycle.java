package io.eventjobs.worker.kafka;

import io.eventjobs.worker.execution.SlotDrain;
import io.eventjobs.worker.log.LogKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts and drains a worker: takes no more commands, lets nearly finished jobs end, hands the others back, and sends the last reports. */
final class WorkerLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);

    private final WorkerLoops loops;
    private final PresenceTask presence;
    private final SlotDrain drain;
    private final KafkaReportSender reports;
    private volatile boolean running;

    WorkerLifecycle(WorkerLoops loops, PresenceTask presence, SlotDrain drain, KafkaReportSender reports) {
        this.loops = loops;
        this.presence = presence;
        this.drain = drain;
        this.reports = reports;
    }

    @Override
    public void start() {
        running = true;
        loops.start();
    }

    @Override
    public void stop() {
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

    private void drain() throws InterruptedException {
        loops.stopIntake();
        presence.drain();
        int unfinished = drain.run();
        loops.stopOthers();
        reports.flush();
        LOG.atInfo().addKeyValue(LogKeys.UNFINISHED, unfinished).log("Worker drained");
    }
}

package io.eventjobs.worker.kafka;

import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.execution.WorkerPresence;
import java.time.Duration;

/** Announces the worker to the gateways at intervals, as long as it receives control messages. Thread-safe. */
final class PresenceTask implements BackgroundTask {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final WorkerPresence presence;
    private final KafkaReportSender reports;
    private final ControlChannel controls;
    private final Duration interval;

    PresenceTask(WorkerPresence presence, KafkaReportSender reports, ControlChannel controls, Duration interval) {
        this.presence = presence;
        this.reports = reports;
        this.controls = controls;
        this.interval = interval;
    }

    @Override
    public Duration run() {
        return announce() ? interval : LOOK_AGAIN;
    }

    /** Announces now, and from now on, that the worker takes no more commands. */
    void drain() {
        presence.drain();
        announce();
    }

    private boolean announce() {
        boolean hears = controls.isOpen();
        if (hears) {
            reports.sendToAll(presence.report());
        }
        return hears;
    }
}

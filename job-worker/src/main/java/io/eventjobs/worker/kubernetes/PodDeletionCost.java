package io.eventjobs.worker.kubernetes;

import io.eventjobs.worker.background.BackgroundTask;
import io.eventjobs.worker.log.LogKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the deletion cost of the worker's pod at its number of busy slots: when a Deployment is scaled down, Kubernetes deletes the pods
 * with the lowest cost first. It is a wish, not a promise, so every failure is harmless; without permission it stops trying.
 */
final class PodDeletionCost implements BackgroundTask {
    private static final Logger LOG = LoggerFactory.getLogger(PodDeletionCost.class);
    /** Kubernetes asks not to update it often. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration AFTER_REFUSAL = Duration.ofHours(1);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = -1;

    private final PodClient pod;
    private final IntSupplier busySlots;
    private int told = UNKNOWN;

    PodDeletionCost(PodClient pod, IntSupplier busySlots) {
        this.pod = pod;
        this.busySlots = busySlots;
    }

    @Override
    public Duration run() throws InterruptedException {
        int busy = busySlots.getAsInt();
        if (busy == told) {
            return INTERVAL;
        }
        try {
            int status = pod.setDeletionCost(busy);
            if (status == OK) {
                told = busy;
            } else {
                LOG.atInfo().addKeyValue(LogKeys.STATUS, status).log("Kubernetes refused the pod's deletion cost");
            }
            return status == FORBIDDEN || status == UNAUTHORIZED ? AFTER_REFUSAL : INTERVAL;
        } catch (IOException e) {
            LOG.atInfo()
                    .addKeyValue(LogKeys.FAULT, String.valueOf(e.getMessage()))
                    .log("Pod's deletion cost not set");
            return INTERVAL;
        }
    }

    @Override
    public void close() {
        pod.close();
    }
}

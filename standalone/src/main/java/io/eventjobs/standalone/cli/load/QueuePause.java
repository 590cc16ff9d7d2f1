package io.eventjobs.standalone.cli.load;

import io.eventjobs.standalone.client.GatewayException;
import java.time.Instant;

/** Pauses the queue for a load test and leaves it as it was found, even if the program is stopped with Ctrl-C. */
final class QueuePause implements AutoCloseable {
    private final LoadedGateway gateway;
    private final boolean pausedBefore;
    private final Thread hook = new Thread(this::restoreQuietly, "restore-queue");

    private QueuePause(LoadedGateway gateway, boolean pausedBefore) {
        this.gateway = gateway;
        this.pausedBefore = pausedBefore;
    }

    static QueuePause on(LoadedGateway gateway) throws InterruptedException {
        QueuePause pause = new QueuePause(gateway, gateway.isPaused());
        Runtime.getRuntime().addShutdownHook(pause.hook);
        return pause;
    }

    void pause() throws InterruptedException {
        gateway.pause();
    }

    Instant resume() throws InterruptedException {
        return gateway.resume();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        try {
            restore();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void restore() throws InterruptedException {
        if (pausedBefore) {
            gateway.pause();
        } else {
            gateway.resume();
        }
    }

    private void restoreQuietly() {
        try {
            restore();
        } catch (GatewayException e) {
            // The gateway is gone: nobody is left to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

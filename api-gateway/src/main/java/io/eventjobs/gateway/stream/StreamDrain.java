package io.eventjobs.gateway.stream;

import org.springframework.context.SmartLifecycle;

/** Ends all streams before the web server waits for open requests: their clients continue at another gateway. */
final class StreamDrain implements SmartLifecycle {
    private final OpenStreams open;
    private volatile boolean running;

    StreamDrain(OpenStreams open) {
        this.open = open;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.drain();
        open.all().forEach(stream -> {
            stream.cut();
            stream.pump();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.BackgroundTask;
import java.time.Duration;

/** Lets silent streams show that they are alive. */
final class StreamHeartbeats implements BackgroundTask {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final OpenStreams open;

    StreamHeartbeats(OpenStreams open) {
        this.open = open;
    }

    @Override
    public Duration run() {
        open.all().forEach(EventStream::heartbeat);
        return INTERVAL;
    }
}

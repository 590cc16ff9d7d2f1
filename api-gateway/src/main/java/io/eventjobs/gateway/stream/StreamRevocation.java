package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.BackgroundTask;
import io.eventjobs.gateway.security.Callers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Ends the streams of keys that are revoked or have expired: a stream may last for days after the request that opened it. */
final class StreamRevocation implements BackgroundTask {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final OpenStreams open;
    private final Callers callers;

    StreamRevocation(OpenStreams open, Callers callers) {
        this.open = open;
        this.callers = callers;
    }

    @Override
    public Duration run() {
        Map<String, Boolean> good = new HashMap<>();
        open.keys().forEach((stream, keyId) -> {
            if (!good.computeIfAbsent(keyId, callers::isGood)) {
                stream.sever();
            }
        });
        return INTERVAL;
    }
}

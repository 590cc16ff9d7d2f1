package io.eventjobs.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random ids, except for the span that is started within {@link #rootOf}: it gets those of the attempt. Thread-safe. */
final class AttemptIds implements IdGenerator {
    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<@Nullable Attempt> root = new ThreadLocal<>();

    /** @param start starts exactly one span, which has no parent */
    <T> T rootOf(Attempt attempt, Supplier<T> start) {
        root.set(attempt);
        try {
            return start.get();
        } finally {
            root.remove();
        }
    }

    @Override
    public String generateSpanId() {
        Attempt attempt = root.get();
        return attempt == null ? random.generateSpanId() : attempt.rootSpanId();
    }

    @Override
    public String generateTraceId() {
        Attempt attempt = root.get();
        return attempt == null ? random.generateTraceId() : attempt.traceId();
    }
}

package io.eventjobs.worker.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/**
 * The span of a call to another service, by the execution whose work runs on this thread; without one, nothing is recorded. It counts as
 * failed unless {@link #succeeded} is called before it is closed.
 */
public final class CallSpan implements AutoCloseable {
    private static final String UNKNOWN = "unknown";

    private final Span span;
    private boolean hasSucceeded;

    private CallSpan(Span span) {
        this.span = span;
    }

    /**
     * @param name a verb and what it is done to, of few different values: {@code fetch}, {@code store put}
     * @param server host or name of the other service
     */
    public static CallSpan start(String name, String server) {
        ExecutionTrace trace = ExecutionTrace.current();
        return new CallSpan(
                trace == null
                        ? Span.getInvalid()
                        : trace.call(
                                name,
                                Attributes.builder()
                                        .put("server.address", server)
                                        .build()));
    }

    /** A fetch from an address that a user supplied, of which only the host is recorded: the rest may contain secrets. */
    public static CallSpan fetch(String address) {
        try {
            return start("fetch", Objects.requireNonNullElse(new URI(address).getHost(), UNKNOWN));
        } catch (URISyntaxException e) {
            return start("fetch", UNKNOWN);
        }
    }

    /** Adds a fact about the call, of a size that is bounded. */
    public void set(String attribute, long value) {
        span.setAttribute(attribute, value);
    }

    public void succeeded() {
        hasSucceeded = true;
    }

    @Override
    public void close() {
        if (!hasSucceeded) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}

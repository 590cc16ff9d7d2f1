package io.eventjobs.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Starts spans and carries their context through Kafka and HTTP, as W3C Trace Context. While tracing is off, spans do nothing, and records
 * get no headers. Thread-safe.
 */
public final class Tracing implements AutoCloseable {
    private static final String INSTRUMENTATION = "io.eventjobs";

    private final @Nullable OpenTelemetrySdk sdk;
    private final AttemptIds ids;
    private final Tracer tracer;

    /** @param sdk null while tracing is off */
    Tracing(@Nullable OpenTelemetrySdk sdk, AttemptIds ids) {
        this.sdk = sdk;
        this.ids = ids;
        this.tracer = (sdk == null ? OpenTelemetry.noop() : sdk).getTracer(INSTRUMENTATION);
    }

    /** Records nothing. */
    public static Tracing off() {
        return new Tracing(null, new AttemptIds());
    }

    public boolean isOn() {
        return sdk != null;
    }

    /**
     * The context of an attempt: spans that are started in it are children of the attempt's root span, whoever started that and when.
     * Whether it is recorded is decided as for the root span.
     */
    public Context attempt(Attempt attempt) {
        return sdk == null ? Context.root() : Context.root().with(Span.wrap(spanContext(attempt)));
    }

    /**
     * Records the root span of an attempt, which ends at once: its children last longer.
     *
     * @param links what led to this attempt
     */
    public void begin(Attempt attempt, String name, Attributes attributes, List<SpanContext> links) {
        if (sdk == null) {
            return;
        }
        SpanBuilder builder = tracer.spanBuilder(name)
                .setNoParent()
                .setSpanKind(SpanKind.PRODUCER)
                .setAllAttributes(attributes);
        links.stream().filter(SpanContext::isValid).forEach(builder::addLink);
        ids.rootOf(attempt, builder::startSpan).end();
    }

    /** Starts a span, to be ended by the caller. */
    public Span start(String name, SpanKind kind, Context parent, Attributes attributes) {
        return tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setAllAttributes(attributes)
                .startSpan();
    }

    /** Adds the context to a record's headers; none if there is no span in it. */
    public void inject(Context context, Headers headers) {
        if (sdk != null) {
            KafkaContext.inject(context, headers);
        }
    }

    /** Exports what is recorded, for at most ten seconds. */
    @Override
    public void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    /** The root span of an attempt, as others see it. */
    public SpanContext spanContext(Attempt attempt) {
        return sdk == null
                ? SpanContext.getInvalid()
                : spanContext(attempt, sdk.getSdkTracerProvider().getSampler());
    }

    private static SpanContext spanContext(Attempt attempt, Sampler sampler) {
        SamplingDecision decision = sampler.shouldSample(
                        Context.root(), attempt.traceId(), "attempt", SpanKind.PRODUCER, Attributes.empty(), List.of())
                .getDecision();
        return attempt.root(
                decision == SamplingDecision.RECORD_AND_SAMPLE ? TraceFlags.getSampled() : TraceFlags.getDefault());
    }
}

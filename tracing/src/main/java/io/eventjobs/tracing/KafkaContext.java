package io.eventjobs.tracing;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The context that Kafka records carry in their headers, as W3C Trace Context ({@code traceparent}, {@code tracestate}); also the
 * attributes of CloudEvents' extension for distributed tracing.
 */
public final class KafkaContext {
    private static final String TRACEPARENT = "traceparent";

    private KafkaContext() {}

    /** The context that a record carries; the root context if it carries none or one that is malformed. */
    public static Context of(Headers headers) {
        return headers.lastHeader(TRACEPARENT) == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, new Getter());
    }

    /** Adds the context to the headers; nothing if there is no span in it. */
    static void inject(Context context, Headers headers) {
        W3CTraceContextPropagator.getInstance().inject(context, headers, (carrier, key, value) -> headers.remove(key)
                .add(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Getter implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}

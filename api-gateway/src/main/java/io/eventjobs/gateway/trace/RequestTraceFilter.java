package io.eventjobs.gateway.trace;

import io.eventjobs.tracing.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Records a span for each API request, as a child of the caller's ({@code traceparent} header), and names the trace in its log lines. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTraceFilter extends OncePerRequestFilter {
    private static final String TRACE_ID = "trace.id";
    private static final int SERVER_ERROR = 500;

    private final Tracing tracing;
    private final Headers headers = new Headers();

    RequestTraceFilter(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Probes and scrapes would hide the rest. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !tracing.isOn() || request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, headers);
        Attributes attributes = Attributes.builder()
                .put("http.request.method", request.getMethod())
                .build();
        Span span = tracing.start(request.getMethod(), SpanKind.SERVER, caller, attributes);
        try (Scope scope = span.makeCurrent();
                MDC.MDCCloseable line =
                        MDC.putCloseable(TRACE_ID, span.getSpanContext().getTraceId())) {
            assert scope != null && line != null;
            chain.doFilter(request, response);
        } finally {
            describe(span, request, response.getStatus());
            span.end();
        }
    }

    private static void describe(Span span, HttpServletRequest request, int status) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            span.updateName(request.getMethod() + " " + route);
            span.setAttribute("http.route", route.toString());
        }
        span.setAttribute("http.response.status_code", status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    private static final class Headers implements TextMapGetter<HttpServletRequest> {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String key) {
            return request == null ? null : request.getHeader(key);
        }
    }
}

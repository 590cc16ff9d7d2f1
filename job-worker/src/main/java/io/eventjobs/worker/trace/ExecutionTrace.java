package io.eventjobs.worker.trace;

import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one execution: its own and that of its current step. Calls find it in the current context, which must be passed to other
 * threads that work for the execution. Thread-safe.
 */
public final class ExecutionTrace {
    private static final ContextKey<ExecutionTrace> KEY = ContextKey.named("io.eventjobs.worker.execution");

    private final Tracing tracing;
    private final Span span;
    private final Context context;
    private @Nullable Span step;

    private ExecutionTrace(Tracing tracing, Span span, Context parent) {
        this.tracing = tracing;
        this.span = span;
        this.context = parent.with(span).with(KEY, this);
    }

    /** Begins the span of an execution, in the current context: that of the record that started it. */
    public static ExecutionTrace begin(Tracing tracing, JobCommand command, Report.Execution identity) {
        Attributes attributes = Attributes.builder()
                .put("job.id", command.jobId().value())
                .put("job.type", command.jobType().word())
                .put("job.run", command.run())
                .put("job.attempt", command.attempt())
                .put("job.token", command.token())
                .put("execution.id", identity.execution().value())
                .put("worker.id", identity.workerId().value())
                .put("tenant.id", command.tenant().value())
                .build();
        Context parent = Context.current();
        Span span = tracing.start("execute " + command.jobType().word(), SpanKind.CONSUMER, parent, attributes);
        if (command.batchId() != null) {
            span.setAttribute("batch.id", command.batchId().value());
        }
        return new ExecutionTrace(tracing, span, parent);
    }

    static @Nullable ExecutionTrace current() {
        return Context.current().get(KEY);
    }

    /** The context in which the execution works and reports. */
    public Context context() {
        return context;
    }

    /** Ends the span of the step before, and begins the next one. */
    public synchronized void step(ProgressStep next) {
        endStep();
        step = tracing.start(next.word(), SpanKind.INTERNAL, context, Attributes.empty());
    }

    /** Begins the span of a call to another service, below that of the current step. */
    Span call(String name, Attributes attributes) {
        return tracing.start(name, SpanKind.CLIENT, parentOfCalls(), attributes);
    }

    /** @param error code of the failure; null if the work completed */
    public synchronized void end(@Nullable String error) {
        endStep();
        if (error != null) {
            span.setAttribute("error.type", error);
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private synchronized Context parentOfCalls() {
        return step == null ? context : context.with(step);
    }

    private void endStep() {
        if (step != null) {
            step.end();
            step = null;
        }
    }
}

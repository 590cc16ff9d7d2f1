package io.eventjobs.gateway.trace;

import io.eventjobs.gateway.job.ExecutionEntry;
import io.eventjobs.gateway.job.ExecutionOutcome;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.RetryBudget;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.JobId;
import io.eventjobs.tracing.Attempt;
import io.eventjobs.tracing.KafkaContext;
import io.eventjobs.tracing.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's spans of jobs. Each attempt is a trace of its own, which links to the attempt before it; the request that created a job
 * links to the job's first attempt. While tracing is off, everything costs nothing. Thread-safe.
 */
public final class JobTraces {
    private final Tracing tracing;

    /** Records nothing. */
    public static JobTraces off() {
        return new JobTraces(Tracing.off());
    }

    JobTraces(Tracing tracing) {
        this.tracing = tracing;
    }

    /** Links the current request, if it is recorded, to the trace that the first attempt of its new job will have. */
    public static void linkRequestTo(JobRecord job) {
        Span request = Span.current();
        if (request.isRecording()) {
            request.addLink(attempt(job).root(TraceFlags.getSampled()), ofJob(job));
        }
    }

    /** Sends a job's command in the trace of its attempt, which begins with the first command. */
    public <T> CompletableFuture<T> dispatch(JobRecord queued, Supplier<CompletableFuture<T>> send) {
        if (!tracing.isOn()) {
            return send.get();
        }
        Attempt attempt = attempt(queued);
        if (isFirstDispatch(queued)) {
            tracing.begin(attempt, "attempt", ofJob(queued), List.of(before(queued)));
        }
        return traced("dispatch", ofJob(queued), tracing.attempt(attempt), send);
    }

    /** Sends an event of a job in the trace of its attempt; an event of a batch belongs to no trace. */
    public <T> CompletableFuture<T> publish(PublicEvent event, Supplier<CompletableFuture<T>> send) {
        Attempt attempt = tracing.isOn() ? attempt(event) : null;
        if (attempt == null) {
            return send.get();
        }
        Attributes attributes = Attributes.builder()
                .put("job.id", event.subject())
                .put("event.id", event.id())
                .build();
        return traced("publish " + event.type().word(), attributes, tracing.attempt(attempt), send);
    }

    /** Projects a report as a child of the span that sent it. */
    public void project(String report, Headers headers, Runnable projection) {
        Context sender = KafkaContext.of(headers);
        if (!tracing.isOn() || sender == Context.root()) {
            projection.run();
            return;
        }
        Span span = tracing.start("project " + report, SpanKind.CONSUMER, sender, Attributes.empty());
        boolean isDone = false;
        try {
            sender.with(span).wrap(projection).run();
            isDone = true;
        } finally {
            if (!isDone) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** Adds the current context to a record's headers. */
    public void inject(Headers headers) {
        tracing.inject(Context.current(), headers);
    }

    private <T> CompletableFuture<T> traced(
            String name, Attributes attributes, Context parent, Supplier<CompletableFuture<T>> send) {
        Span span = tracing.start(name, SpanKind.PRODUCER, parent, attributes);
        return parent.with(span).wrapSupplier(send).get().whenComplete((sent, fault) -> {
            if (fault != null) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    private static Attributes ofJob(JobRecord job) {
        return Attributes.builder()
                .put("job.id", job.id().value())
                .put("job.type", job.request().parameters().jobType().word())
                .put("job.run", job.state().budget().run())
                .put("job.attempt", job.state().budget().attempt())
                .put("job.token", job.token())
                .put("tenant.id", job.request().tenant().value())
                .build();
    }

    private static Attempt attempt(JobRecord job) {
        RetryBudget budget = job.state().budget();
        return new Attempt(job.id(), budget.run(), budget.attempt());
    }

    private static @Nullable Attempt attempt(PublicEvent event) {
        return event.data().get("run") instanceof Number run && event.data().get("attempt") instanceof Number attempt
                ? new Attempt(new JobId(event.subject()), run.intValue(), attempt.intValue())
                : null;
    }

    /** The attempt before in the same run; invalid for the first. */
    private SpanContext before(JobRecord job) {
        RetryBudget budget = job.state().budget();
        return budget.attempt() == 1
                ? SpanContext.getInvalid()
                : tracing.spanContext(new Attempt(job.id(), budget.run(), budget.attempt() - 1));
    }

    /** An attempt goes on if the last execution was interrupted; a dispatch that nobody claimed is not known, and begins it again. */
    private static boolean isFirstDispatch(JobRecord job) {
        List<ExecutionEntry> executions = job.outcome().executions();
        return executions.isEmpty() || !(executions.getLast().outcome() instanceof ExecutionOutcome.Interrupted);
    }
}

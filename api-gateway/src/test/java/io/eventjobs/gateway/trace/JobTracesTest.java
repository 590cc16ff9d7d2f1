package io.eventjobs.gateway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.job.JobLifecycle;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.event.PublicEvent;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.InterruptionReason;
import io.eventjobs.tracing.Attempt;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.tracing.TracingSetup;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class JobTracesTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = TracingSetup.recording(SimpleSpanProcessor.create(spans));
    private final JobTraces traces = new JobTraces(tracing);
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void theFirstDispatchOfAnAttemptBeginsItsTrace() {
        JobRecord queued = Jobs.queued();

        traces.dispatch(queued, this::sent);

        SpanData root = span("attempt");
        assertThat(root.getTraceId()).isEqualTo(attempt(queued).traceId());
        assertThat(root.getLinks()).isEmpty();
        assertThat(span("dispatch").getParentSpanId()).isEqualTo(root.getSpanId());
    }

    @Test
    void theCommandCarriesTheContextOfItsDispatch() {
        JobRecord queued = Jobs.queued();

        traces.dispatch(queued, this::sent);

        assertThat(new String(headers.lastHeader("traceparent").value()))
                .isEqualTo("00-" + attempt(queued).traceId() + "-"
                        + span("dispatch").getSpanId() + "-01");
    }

    @Test
    void theNextAttemptIsAnotherTraceThatLinksToTheOneBefore() {
        JobRecord first = Jobs.queued();
        JobRecord second = Jobs.queued(failedOnce(first));

        traces.dispatch(second, this::sent);

        SpanData root = span("attempt");
        assertThat(root.getTraceId()).isNotEqualTo(attempt(first).traceId());
        assertThat(root.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getSpanId())
                .isEqualTo(attempt(first).rootSpanId()));
    }

    @Test
    void aJobWhoseWorkerWasLostGoesOnInTheTraceOfItsAttempt() {
        JobRecord running = Jobs.processing();
        JobRecord lost = JobLifecycle.interrupted(
                        running,
                        Jobs.claimOf(running, "x1"),
                        InterruptionReason.LEASE_LOST,
                        Jobs.POLICY,
                        Jobs.NOW,
                        new Random(1))
                .orElseThrow();
        JobRecord again = Jobs.queued(lost);

        traces.dispatch(again, this::sent);

        assertThat(spans.getFinishedSpanItems()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("dispatch");
            assertThat(span.getTraceId()).isEqualTo(attempt(again).traceId());
        });
    }

    @Test
    void anEventIsPublishedInTheTraceOfItsAttempt() {
        JobRecord completed = Jobs.completed();
        PublicEvent event = completed.outbox().events().getLast();

        traces.publish(event, this::sent);

        assertThat(span("publish job.completed").getParentSpanId())
                .isEqualTo(attempt(completed).rootSpanId());
    }

    @Test
    void aMessageThatIsNotSentIsAnError() {
        traces.dispatch(Jobs.queued(), () -> CompletableFuture.failedFuture(new IllegalStateException("no broker")));

        assertThat(span("dispatch").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aReportIsProjectedAsAChildOfTheSpanThatSentIt() {
        traces.dispatch(Jobs.queued(), this::sent);
        RecordHeaders answer = new RecordHeaders();

        traces.project("claimed", headers, () -> traces.inject(answer));

        assertThat(span("project claimed").getParentSpanId())
                .isEqualTo(span("dispatch").getSpanId());
        assertThat(new String(answer.lastHeader("traceparent").value()))
                .contains(span("project claimed").getSpanId());
    }

    @Test
    void aReportWithoutContextIsProjectedAllTheSame() {
        StringBuilder done = new StringBuilder();

        traces.project("presence", new RecordHeaders(), () -> done.append("done"));

        assertThat(done).hasToString("done");
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    @Test
    void aProjectionThatFailsIsAnErrorAndFails() {
        traces.dispatch(Jobs.queued(), this::sent);

        assertThatThrownBy(() -> traces.project("claimed", headers, () -> {
                    throw new IllegalStateException("MongoDB is away");
                }))
                .hasMessage("MongoDB is away");
        assertThat(span("project claimed").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void theRequestThatCreatedAJobLinksToItsFirstAttempt() {
        JobRecord pending = Jobs.pending();
        Span request = tracing.start("POST", SpanKind.SERVER, Context.root(), Attributes.empty());
        try (Scope scope = request.makeCurrent()) {
            assertThat(scope).isNotNull();
            JobTraces.linkRequestTo(pending);
        }
        request.end();

        assertThat(span("POST").getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(attempt(pending).traceId()));
    }

    @Test
    void whileTracingIsOffMessagesAreSentWithoutHeaders() {
        JobTraces off = JobTraces.off();

        off.dispatch(Jobs.queued(), () -> {
            off.inject(headers);
            return CompletableFuture.completedFuture(null);
        });

        assertThat(headers).isEmpty();
    }

    private CompletableFuture<Void> sent() {
        traces.inject(headers);
        return CompletableFuture.completedFuture(null);
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Attempt attempt(JobRecord job) {
        return new Attempt(
                job.id(), job.state().budget().run(), job.state().budget().attempt());
    }

    private static JobRecord failedOnce(JobRecord queued) {
        JobRecord running = Jobs.processing(queued);
        return JobLifecycle.failed(
                        running,
                        Jobs.failure(running, "x1", FailureCode.HTTP_SERVER_ERROR),
                        Jobs.POLICY,
                        Jobs.NOW,
                        new Random(1))
                .orElseThrow();
    }
}

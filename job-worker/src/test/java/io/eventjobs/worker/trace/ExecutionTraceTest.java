package io.eventjobs.worker.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.tracing.Tracing;
import io.eventjobs.tracing.TracingSetup;
import io.eventjobs.worker.fixture.Commands;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.junit.jupiter.api.Test;

class ExecutionTraceTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = TracingSetup.recording(SimpleSpanProcessor.create(spans));
    private final ExecutionTrace trace = begin();

    @Test
    void anExecutionItsStepsAndTheCallsOfAStepAreNested() {
        trace.context()
                .wrap(() -> {
                    trace.step(ProgressStep.FETCHING_PAGE);
                    CallSpan.fetch("https://example.org/secret?token=1").close();
                    trace.step(ProgressStep.PACKAGING);
                })
                .run();
        trace.end(null);

        SpanData execution = span("execute noop");
        assertThat(span(ProgressStep.FETCHING_PAGE.word()).getParentSpanId()).isEqualTo(execution.getSpanId());
        assertThat(span(ProgressStep.PACKAGING.word()).getParentSpanId()).isEqualTo(execution.getSpanId());
        assertThat(span("fetch").getParentSpanId())
                .isEqualTo(span(ProgressStep.FETCHING_PAGE.word()).getSpanId());
        assertThat(execution.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void ofAnAddressOnlyTheHostIsRecorded() {
        trace.context()
                .wrap(() -> CallSpan.fetch("https://example.org/secret?token=1").close())
                .run();

        assertThat(span("fetch").getAttributes().asMap().toString())
                .contains("example.org")
                .doesNotContain("secret", "token");
    }

    @Test
    void anAddressThatIsNoneIsACallToSomethingUnknown() {
        trace.context().wrap(() -> CallSpan.fetch("https://exa mple/").close()).run();

        assertThat(span("fetch").getAttributes().get(AttributeKey.stringKey("server.address")))
                .isEqualTo("unknown");
    }

    @Test
    void aCallThatDoesNotSucceedIsAnError() {
        trace.context()
                .wrap(() -> {
                    try (CallSpan succeeded = CallSpan.start("store put", "object-store")) {
                        succeeded.succeeded();
                    }
                    CallSpan.start("store get", "object-store").close();
                })
                .run();

        assertThat(span("store put").getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span("store get").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aFailedExecutionHasTheCodeOfItsFailure() {
        trace.end("NOT_A_PAGE");

        SpanData execution = span("execute noop");
        assertThat(execution.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(execution.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("NOT_A_PAGE");
    }

    @Test
    void aCallOfNoExecutionIsNotRecorded() {
        CallSpan.start("store put", "object-store").close();

        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private ExecutionTrace begin() {
        JobCommand command = Commands.of(1, 7);
        return ExecutionTrace.begin(
                tracing,
                command,
                new Report.Execution(
                        command.jobId(), command.token(), new ExecutionId("x1"), new WorkerId("worker-1")));
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package io.eventjobs.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.JobId;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final Attempt FIRST = new Attempt(new JobId("job-1"), 1, 1);
    private static final Attempt SECOND = new Attempt(new JobId("job-1"), 1, 2);

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final Tracing tracing = TracingSetup.recording(SimpleSpanProcessor.create(exporter));

    @AfterEach
    void close() {
        tracing.close();
    }

    @Test
    void eachAttemptHasATraceOfItsOwnThatAnybodyCanName() {
        assertThat(FIRST.traceId()).hasSize(32).isEqualTo(new Attempt(new JobId("job-1"), 1, 1).traceId());
        assertThat(FIRST.rootSpanId()).hasSize(16).isNotEqualTo(SECOND.rootSpanId());
        assertThat(List.of(
                        FIRST.traceId(),
                        SECOND.traceId(),
                        new Attempt(new JobId("job-1"), 2, 1).traceId(),
                        new Attempt(new JobId("job-2"), 1, 1).traceId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theRootSpanHasTheIdsOfTheAttemptAndLinksToWhatLedToIt() {
        tracing.begin(SECOND, "attempt", Attributes.empty(), List.of(tracing.spanContext(FIRST)));

        SpanData root = onlySpan();
        assertThat(root.getTraceId()).isEqualTo(SECOND.traceId());
        assertThat(root.getSpanId()).isEqualTo(SECOND.rootSpanId());
        assertThat(root.getParentSpanContext().isValid()).isFalse();
        assertThat(root.getLinks()).singleElement().satisfies(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isEqualTo(FIRST.traceId()));
    }

    @Test
    void aMissingLinkIsLeftOut() {
        tracing.begin(FIRST, "attempt", Attributes.empty(), List.of(SpanContext.getInvalid()));

        assertThat(onlySpan().getLinks()).isEmpty();
    }

    @Test
    void aSpanInTheContextOfAnAttemptIsAChildOfItsRootAndHasARandomId() {
        tracing.start("dispatch", SpanKind.PRODUCER, tracing.attempt(FIRST), Attributes.empty())
                .end();

        SpanData span = onlySpan();
        assertThat(span.getTraceId()).isEqualTo(FIRST.traceId());
        assertThat(span.getParentSpanId()).isEqualTo(FIRST.rootSpanId());
        assertThat(span.getSpanId()).isNotEqualTo(FIRST.rootSpanId());
    }

    @Test
    void aKafkaRecordCarriesTheContext() {
        RecordHeaders headers = new RecordHeaders();
        Span span = tracing.start("dispatch", SpanKind.PRODUCER, tracing.attempt(FIRST), Attributes.empty());

        tracing.inject(Context.root().with(span), headers);

        assertThat(new String(headers.lastHeader("traceparent").value(), StandardCharsets.US_ASCII))
                .isEqualTo("00-" + FIRST.traceId() + "-" + span.getSpanContext().getSpanId() + "-01");
        assertThat(Span.fromContext(KafkaContext.of(headers)).getSpanContext().getSpanId())
                .isEqualTo(span.getSpanContext().getSpanId());
    }

    @Test
    void aRecordWithoutContextOrWithAMalformedOneHasNone() {
        RecordHeaders malformed = new RecordHeaders();
        malformed.add("traceparent", "00-xyz".getBytes(StandardCharsets.US_ASCII));

        assertThat(KafkaContext.of(new RecordHeaders())).isSameAs(Context.root());
        assertThat(Span.fromContext(KafkaContext.of(malformed)).getSpanContext().isValid())
                .isFalse();
    }

    @Test
    void whileItIsOffNothingIsRecordedAndRecordsHaveNoHeaders() {
        Tracing off = Tracing.off();
        RecordHeaders headers = new RecordHeaders();

        off.begin(FIRST, "attempt", Attributes.empty(), List.of());
        Span span = off.start("dispatch", SpanKind.PRODUCER, off.attempt(FIRST), Attributes.empty());
        off.inject(Context.root().with(span), headers);

        assertThat(off.isOn()).isFalse();
        assertThat(span.isRecording()).isFalse();
        assertThat(headers).isEmpty();
    }

    private SpanData onlySpan() {
        assertThat(exporter.getFinishedSpanItems()).hasSize(1);
        return exporter.getFinishedSpanItems().getFirst();
    }
}

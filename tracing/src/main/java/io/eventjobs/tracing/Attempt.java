package io.eventjobs.tracing;

import io.eventjobs.model.job.JobId;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An attempt of a job, which is one trace. The trace's id and that of its root span follow from the attempt alone, so that every gateway
 * and worker knows them, also after a crash, and nothing of a trace is stored.
 *
 * @param run as in the job's record, from 1
 * @param attempt within the run, from 1
 */
public record Attempt(JobId job, int run, int attempt) {
    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    /** The trace id of W3C Trace Context: 32 hexadecimal digits, never all zero. */
    public String traceId() {
        return HexFormat.of().formatHex(digest(), 0, TRACE_ID_BYTES);
    }

    /** The id of the trace's root span: 16 hexadecimal digits, never all zero. */
    public String rootSpanId() {
        return HexFormat.of().formatHex(digest(), TRACE_ID_BYTES, TRACE_ID_BYTES + SPAN_ID_BYTES);
    }

    /** The root span as others see it: a remote parent, or the target of a link. */
    public SpanContext root(TraceFlags flags) {
        return SpanContext.createFromRemoteParent(traceId(), rootSpanId(), flags, TraceState.getDefault());
    }

    /** SHA-256 of the attempt's words; that a part of it is all zero is not expected in the life of a universe. */
    private byte[] digest() {
        try {
            byte[] words = (job.value() + "/" + run + "/" + attempt).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(words);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

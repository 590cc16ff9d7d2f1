package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import java.util.Objects;

/** Reads jobs of type noop, if they are enabled. */
final class NoopReader implements ParametersReader {
    /** Above the limit of a job by default, which is checked for all types alike. */
    private static final int MAX_PAYLOAD_LENGTH = 1_000_000;

    @Override
    public JobType type() {
        return JobType.NOOP;
    }

    @Override
    public Parameters read(FieldReader fields, Request request) {
        String event = fields.text("event", FieldFormats.MAX_NAME_LENGTH);
        int workMillis = Objects.requireNonNullElse(fields.integer("work_millis", 0, 60_000), 0);
        String payload = fields.text("payload", MAX_PAYLOAD_LENGTH);
        return new Parameters("noop", new NoopParameters(event, workMillis, payload), null);
    }
}

package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import java.util.Objects;

/** Reads jobs of type noop, if they are enabled. */
final class NoopReader implements ParametersReader {
    @Override
    public JobType type() {
        return JobType.NOOP;
    }

    @Override
    public Parameters read(FieldReader fields, Request request) {
        String event = fields.text("event", FieldFormats.MAX_NAME_LENGTH);
        int workMillis = Objects.requireNonNullElse(fields.integer("work_millis", 0, 60_000), 0);
        return new Parameters("noop", new NoopParameters(event, workMillis), null);
    }
}

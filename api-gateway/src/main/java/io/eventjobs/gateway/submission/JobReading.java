package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import tools.jackson.databind.node.ObjectNode;

/** The result of reading one job. */
sealed interface JobReading {
    /** @param draft to be used only if the request has no faults */
    record Read(JobDraft draft) implements JobReading {}

    /** The job type is unknown, which is a fault already; the fields cannot be checked. */
    record UnknownType() implements JobReading {}

    /** How a request describes its jobs: {@link JobReader#session} or {@link JobReader#typed}. */
    @FunctionalInterface
    interface Form {
        /** @param path of the job in the body: {@code jobs[3]} or empty */
        JobReading read(ObjectNode node, String path, ParametersReader.Request request, FieldReader.Faults faults);
    }
}

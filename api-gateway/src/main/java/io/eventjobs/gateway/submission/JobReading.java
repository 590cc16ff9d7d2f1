package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import tools.jackson.databind.node.ObjectNode;

/** What came of reading one job. */
sealed interface JobReading {
    /** @param draft to be used only if nothing of the request is wrong */
    record Read(JobDraft draft) implements JobReading {}

    /** Nothing can be said of the fields of a job whose type is not known; that is a fault already. */
    record UnknownType() implements JobReading {}

    /** The form in which a request describes its jobs: {@link JobReader#session} or {@link JobReader#typed}. */
    @FunctionalInterface
    interface Form {
        /** @param path of the job in the body: {@code jobs[3]} or empty */
        JobReading read(ObjectNode node, String path, ParametersReader.Request request, FieldReader.Faults faults);
    }
}

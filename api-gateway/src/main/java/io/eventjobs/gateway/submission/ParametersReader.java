package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import org.jspecify.annotations.Nullable;

/** Reads what jobs of one type are asked to do. Gathers all faults; judges forms only. Without state. */
interface ParametersReader {
    JobType type();

    /**
     * Reads every field of the type, faulty ones too: a field that is not read counts as unknown.
     */
    Parameters read(FieldReader fields, Request request);

    /**
     * What holds for all jobs of a request.
     *
     * @param useCache for a job that does not say
     */
    record Request(TenantId tenant, boolean useCache) {}

    /**
     * What was read; with faults, nothing of it is used.
     *
     * @param name for people, of a job that is given none
     * @param longTranscript a transcript that is too long to stand in the job, null if there is none
     */
    record Parameters(String name, JobParameters values, @Nullable String longTranscript) {}
}

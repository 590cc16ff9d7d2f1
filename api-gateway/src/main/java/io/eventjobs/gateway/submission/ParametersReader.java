package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.TenantId;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of one job type. Collects all faults; checks syntax only. Stateless. */
interface ParametersReader {
    JobType type();

    /**
     * Reads every field of the type, even after a fault: a field that is not read counts as unknown.
     */
    Parameters read(FieldReader fields, Request request);

    /**
     * Defaults for all jobs of a request.
     *
     * @param useCache for jobs that do not specify it
     */
    record Request(TenantId tenant, boolean useCache) {}

    /**
     * The parameters read; not to be used if there are faults.
     *
     * @param name display name, for jobs without one
     * @param longTranscript a transcript too long to be stored in the job's record, null if there is none
     */
    record Parameters(String name, JobParameters values, @Nullable String longTranscript) {}
}

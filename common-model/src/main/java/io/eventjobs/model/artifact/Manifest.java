package io.eventjobs.model.artifact;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;

/**
 * The last object that an execution writes: it names all the others with size and hash. An execution without a manifest
 * made nothing that counts.
 *
 * @param version of this form, 1
 */
public record Manifest(int version, JobId jobId, long token, ExecutionId execution, JobResults results) {
    public static final int VERSION = 1;

    public static Manifest of(JobId jobId, long token, ExecutionId execution, JobResults results) {
        return new Manifest(VERSION, jobId, token, execution, results);
    }
}

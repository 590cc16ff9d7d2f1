package io.eventjobs.model.job;

/** What a job was asked to do, by its type. Validated by the gateway; a worker may rely on the shapes. */
public sealed interface JobParameters permits SessionParameters, NoopParameters {
    JobType jobType();
}

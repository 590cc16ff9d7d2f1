package io.eventjobs.model.job;

import org.jspecify.annotations.Nullable;

/** What a job was asked to do, by its type. Validated by the gateway; a worker may rely on the shapes. */
public sealed interface JobParameters permits SessionParameters, SourceParameters, NoopParameters {
    JobType jobType();

    /** The conference, which jobs are listed and grouped by; null for none. */
    @Nullable String event();

    /** The track, which jobs are listed by; null for none. */
    @Nullable String track();

    /** What is fetched first, as given: an address of the web or {@code upload:ID}; null when nothing is fetched. */
    @Nullable String url();

    /** The same job, with or without the use of finished steps. */
    JobParameters withUseCache(boolean use);
}

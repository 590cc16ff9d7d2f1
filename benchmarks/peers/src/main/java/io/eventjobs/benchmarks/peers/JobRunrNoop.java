package io.eventjobs.benchmarks.peers;

import org.jobrunr.jobs.lambdas.JobRequest;

/** The input of a job of JobRunr. */
public record JobRunrNoop(String payload) implements JobRequest {
    @Override
    public Class<JobRunrNoopHandler> getJobRequestHandler() {
        return JobRunrNoopHandler.class;
    }
}

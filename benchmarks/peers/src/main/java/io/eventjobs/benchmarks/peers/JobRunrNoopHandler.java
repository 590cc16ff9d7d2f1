package io.eventjobs.benchmarks.peers;

import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Counts a job of JobRunr, which calls it by reflection: it must be public. */
public record JobRunrNoopHandler(Runnable done) implements JobRequestHandler<JobRunrNoop> {
    @Override
    public void run(JobRunrNoop noop) {
        done.run();
    }
}

package io.eventjobs.worker.noop;

import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobWork;

/** Occupies its slot for a while and stores nothing. */
public final class NoopWork implements JobWork {
    @Override
    public JobType type() {
        return JobType.NOOP;
    }

    @Override
    public JobResults perform(Execution execution) throws InterruptedException {
        if (execution.command().parameters() instanceof NoopParameters noop && noop.workMillis() > 0) {
            Thread.sleep(noop.workMillis());
        }
        return JobResults.nothing();
    }
}

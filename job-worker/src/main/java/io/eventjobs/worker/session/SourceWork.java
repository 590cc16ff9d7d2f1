package io.eventjobs.worker.session;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;

/** Turns a single page, document or recording into Markdown, with the steps of a session that are about it. */
public final class SourceWork implements JobWork {
    private final JobType type;
    private final SessionWork session;

    /** @param type one of those with {@link SourceParameters} */
    public SourceWork(JobType type, SessionWork session) {
        this.type = type;
        this.session = session;
    }

    @Override
    public JobType type() {
        return type;
    }

    @Override
    public JobResults perform(Execution execution) throws JobFailedException, InterruptedException {
        if (!(execution.command().parameters() instanceof SourceParameters source)) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "The command names no source.");
        }
        return session.perform(execution, SourceSession.of(source));
    }
}

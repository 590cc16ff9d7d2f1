package io.eventjobs.worker.work;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;

/** The job failed; the failure states the reason and what follows for the job. */
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public JobFailedException(Failure failure) {
        super(failure.code() + ": " + failure.message());
        this.failure = failure;
    }

    public JobFailedException(Failure failure, Throwable cause) {
        super(failure.code() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public static JobFailedException of(FailureCode code, String message) {
        return new JobFailedException(Failure.of(code, message));
    }

    public Failure failure() {
        return failure;
    }
}

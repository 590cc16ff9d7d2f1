package io.eventjobs.worker.session.task;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.util.Optional;

/**
 * What every step of a session is given.
 *
 * @param warnings take what will be missing in the document
 */
public record SessionTask(Execution execution, SessionParameters request, Checkpoints checkpoints, Warnings warnings) {
    public static SessionTask of(Execution execution, SessionParameters request, Checkpoints checkpoints) {
        return new SessionTask(execution, request, checkpoints, new Warnings(execution));
    }

    /** Which parts of a session the job is about. */
    public SessionScope scope() {
        return SessionScope.of(execution.command().jobType());
    }

    /**
     * A part could not be fetched: a warning, unless the job is about nothing else, or should be tried again.
     *
     * @throws JobFailedException with the failure that makes the job fail or wait
     */
    public void missed(String address, String warning, FetchException cause, MissingPartPolicy policy)
            throws JobFailedException {
        if (scope().isSingle()) {
            throw failed(address, address, cause);
        }
        Optional<Failure> transientFailure = policy.failure(execution.command(), address, cause.failure());
        if (transientFailure.isPresent()) {
            throw new JobFailedException(transientFailure.get(), cause);
        }
        warn(warning);
    }

    /** The failure of a job that needs what could not be fetched. */
    public static JobFailedException failed(String page, String requested, FetchException cause) {
        FetchFailure failure = cause.failure();
        FailureCode code = HostFailures.code(page, requested, failure);
        return new JobFailedException(new Failure(code, failure.message(), null, failure.retryAfter(), null), cause);
    }

    /** Adds a warning about a part that will be missing in the document. */
    public void warn(String warning) {
        warnings.add(warning);
    }
}

package io.eventjobs.worker.session.task;

import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.usage.ModelUsages;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.util.List;
import java.util.Optional;

/**
 * What each step of a session is given.
 *
 * @param warnings what is missing in the document, in words; steps add to it
 * @param usages what is used of models; steps add to it
 * @param assets files of the bundle beside the document and the slides; steps add to it
 */
public record SessionTask(
        Execution execution,
        SessionParameters request,
        Checkpoints checkpoints,
        List<String> warnings,
        ModelUsages usages,
        List<BundleFile> assets) {
    /** Which parts of a session the job is about. */
    public SessionScope scope() {
        return SessionScope.of(execution.command().jobType());
    }

    /** A part could not be fetched: a warning, unless it is all that the job is about, or is worth to be asked for again. */
    public void missed(String address, String warning, FetchException cause, MissingPartPolicy patience)
            throws JobFailedException {
        if (scope().isSingle()) {
            throw failed(cause);
        }
        Optional<Failure> passing = patience.failure(execution.command(), address, cause.failure());
        if (passing.isPresent()) {
            throw new JobFailedException(passing.get(), cause);
        }
        warn(warning);
    }

    /** The failure of a job that cannot do without what was to be fetched. */
    public static JobFailedException failed(FetchException cause) {
        FetchFailure failure = cause.failure();
        FailureCode code = FailureCode.of(failure.code().name());
        return new JobFailedException(new Failure(code, failure.message(), null, failure.retryAfter(), null), cause);
    }

    public void warn(String warning) {
        warnings.add(warning);
    }
}

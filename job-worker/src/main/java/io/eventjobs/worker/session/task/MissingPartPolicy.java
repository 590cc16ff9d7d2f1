package io.eventjobs.worker.session.task;

import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.JobCommand;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a job waits for a part of its session that cannot be fetched now, or continues without it: a document without slides is
 * useful, one that never completes is not.
 *
 * @param maxWait how long a job waits for parts whose hosts ask it to wait
 */
public record MissingPartPolicy(Duration maxWait) {
    private static final int MAX_ATTEMPTS = 2;

    /**
     * The failure with which the execution is to end so that the part is fetched again; empty if the job does without it.
     *
     * @param part the address that could not be fetched
     */
    public Optional<Failure> failure(JobCommand command, String part, FetchFailure failed) {
        FailureCode code = FailureCode.of(failed.code().name());
        String message = part + ": " + failed.message();
        return switch (code.kind()) {
            case PERMANENT -> Optional.empty();
            case RETRYABLE ->
                command.attempt() < Math.min(MAX_ATTEMPTS, code.attempts())
                        ? Optional.of(Failure.of(code, message))
                        : Optional.empty();
            case DEFERRED ->
                waited(command).compareTo(maxWait) < 0
                        ? Optional.of(new Failure(
                                HostFailures.code(command.parameters().url(), part, failed),
                                message,
                                null,
                                failed.retryAfter(),
                                null))
                        : Optional.empty();
        };
    }

    private static Duration waited(JobCommand command) {
        return command.waited() == null ? Duration.ZERO : command.waited();
    }
}

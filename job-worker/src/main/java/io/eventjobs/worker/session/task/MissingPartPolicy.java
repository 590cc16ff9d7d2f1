package io.eventjobs.worker.session.task;

import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.protocol.JobCommand;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
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
                        ? Optional.of(
                                new Failure(deferral(command, part, code), message, null, failed.retryAfter(), null))
                        : Optional.empty();
        };
    }

    /** If the page's own host asks to wait, all its jobs wait; another host only delays its part. */
    private static FailureCode deferral(JobCommand command, String part, FailureCode code) {
        String page = command.parameters().url();
        boolean isPagesHost = page != null && host(page).equals(host(part));
        return isPagesHost ? code : FailureCode.PART_DELAYED;
    }

    private static Duration waited(JobCommand command) {
        return command.waited() == null ? Duration.ZERO : command.waited();
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(new URI(address).getHost(), "").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}

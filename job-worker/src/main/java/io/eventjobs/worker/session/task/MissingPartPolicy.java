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
 * Whether a job waits for a part of its session that cannot be had now, or does without it: a document without its slides is
 * worth something, one that never comes is not.
 *
 * @param longest a job waits no longer for parts whose hosts ask it to wait
 */
public record MissingPartPolicy(Duration maxDuration) {
    private static final int ATTEMPTS = 2;

    /**
     * What the execution ends with so that the part is asked for again, if it should be.
     *
     * @param part whose fetch failed: its address
     */
    public Optional<Failure> failure(JobCommand command, String part, FetchFailure failed) {
        FailureCode code = FailureCode.of(failed.code().name());
        String message = "Of " + part + ": " + failed.message();
        return switch (code.kind()) {
            case PERMANENT -> Optional.empty();
            case RETRYABLE ->
                command.attempt() < Math.min(ATTEMPTS, code.attempts())
                        ? Optional.of(Failure.of(code, message))
                        : Optional.empty();
            case DEFERRED ->
                waited(command).compareTo(maxDuration) < 0
                        ? Optional.of(
                                new Failure(deferral(command, part, code), message, null, failed.retryAfter(), null))
                        : Optional.empty();
        };
    }

    /** The host of the page is closed to all its jobs when it asks for that; another host says nothing of it. */
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

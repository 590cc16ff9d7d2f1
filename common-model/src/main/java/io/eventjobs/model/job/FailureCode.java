package io.eventjobs.model.job;

import static io.eventjobs.model.job.FailureKind.DEFERRED;
import static io.eventjobs.model.job.FailureKind.PERMANENT;
import static io.eventjobs.model.job.FailureKind.RETRYABLE;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * The reasons why a job fails. The names are public API: they appear in a job's error, in events and in metrics.
 * A code that only a newer worker knows is read as {@link #UNKNOWN}.
 */
public enum FailureCode {
    INVALID_ADDRESS(PERMANENT, 1, "The address is not a valid http or https address."),
    ADDRESS_BLOCKED(PERMANENT, 1, "The address is not allowed."),
    HOST_UNRESOLVED(RETRYABLE, 3, "The host name could not be resolved."),
    CONNECT_FAILED(RETRYABLE, 4, "The host does not accept connections."),
    TLS_FAILED(RETRYABLE, 2, "No secure (TLS) connection to the host could be made."),
    HTTP_NOT_FOUND(PERMANENT, 1, "Nothing was found at the address (404 or 410)."),
    HTTP_FORBIDDEN(PERMANENT, 1, "Access to the address is denied (401, 403, 407 or 451)."),
    HTTP_CLIENT_ERROR(PERMANENT, 1, "The host rejected the request (4xx)."),
    HTTP_SERVER_ERROR(RETRYABLE, 5, "The host failed to answer the request (5xx)."),
    HTTP_THROTTLED(DEFERRED, 1, "The host asked to wait (429, or 503 with Retry-After)."),
    CIRCUIT_OPEN(DEFERRED, 1, "The host failed too often lately; no requests are sent to it for a while."),
    HOST_BUSY(DEFERRED, 1, "Too many requests to this host are in progress."),
    TOO_LARGE(PERMANENT, 1, "The response is larger than allowed."),
    TOO_SLOW(RETRYABLE, 2, "The response arrived too slowly."),
    TIMED_OUT(RETRYABLE, 3, "The host did not send the complete response in the time allowed."),
    TOO_MANY_REDIRECTS(PERMANENT, 1, "The address redirects too often, or in a loop."),
    DECOMPRESSION_BOMB(PERMANENT, 1, "The compressed response unpacks to far more than was sent."),
    RESPONSE_BROKEN(RETRYABLE, 3, "The response is malformed or incomplete."),
    ROBOTS_REFUSED(PERMANENT, 1, "The host's robots.txt does not allow robots to read the address."),
    NOT_A_PAGE(PERMANENT, 1, "The address does not lead to a web page."),
    EMPTY_PAGE(PERMANENT, 1, "The page contains neither content nor facts."),
    NO_DOCUMENT(PERMANENT, 1, "The address does not lead to a document that can be read."),
    NOT_SUBTITLES(PERMANENT, 1, "The address leads to a text that holds no subtitles."),
    NO_TRANSCRIPT(RETRYABLE, 2, "No transcript could be found or made."),
    TEMPLATE_UNAVAILABLE(PERMANENT, 1, "The template that the job was accepted with is no longer available."),
    DOCUMENT_TOO_LONG(PERMANENT, 1, "The template produces a document that is longer than allowed."),
    ANSWER_MISSING(RETRYABLE, 3, "The language model did not answer a field that the template requires."),
    PART_DELAYED(DEFERRED, 1, "A part of the session is not available yet; the job tries again later."),
    STORE_UNAVAILABLE(DEFERRED, 1, "The object store is unavailable."),
    STORE_REFUSED(RETRYABLE, 3, "The object store refused a request."),
    WORKER_DISK_FULL(DEFERRED, 1, "The disk of the worker is full; the job is tried again later or elsewhere."),
    STEP_TIMED_OUT(RETRYABLE, 2, "A step took longer than allowed."),
    JOB_TIMED_OUT(PERMANENT, 1, "The job took longer than allowed."),
    INTERNAL_ERROR(RETRYABLE, 2, "An unexpected error occurred in the worker."),
    INVALID_COMMAND(PERMANENT, 1, "No worker could read the command for the job."),
    WORKER_LOST(PERMANENT, 1, "Workers were lost too often while they had the job."),
    DEFERRED_TOO_LONG(PERMANENT, 1, "The job waited longer than allowed for a host or service that was unavailable."),
    UNKNOWN(RETRYABLE, 2, "The failure has a code that this version does not know."),
    FAILED_BY_OPERATOR(PERMANENT, 1, "An operator failed the job.");

    private final FailureKind kind;
    private final int attempts;
    private final String meaning;

    FailureCode(FailureKind kind, int attempts, String meaning) {
        this.kind = kind;
        this.attempts = attempts;
        this.meaning = meaning;
    }

    public FailureKind kind() {
        return kind;
    }

    /** Maximum number of attempts in one run, the first included; 1 for a code that is never retried. */
    public int attempts() {
        return attempts;
    }

    /** One sentence for a person. */
    public String meaning() {
        return meaning;
    }

    /**
     * Whether a job that fails with this code becomes a dead letter, which operators replay or discard: true of every failure
     * that was not an operator's decision.
     */
    public boolean isDeadLetter() {
        return this != FAILED_BY_OPERATOR;
    }

    /** Reads a name; one that this version does not know is {@link #UNKNOWN}. */
    @JsonCreator
    public static FailureCode of(String name) {
        return Arrays.stream(values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}

package io.eventjobs.model.job;

import static io.eventjobs.model.job.FailureKind.DEFERRED;
import static io.eventjobs.model.job.FailureKind.PERMANENT;
import static io.eventjobs.model.job.FailureKind.RETRYABLE;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;

/**
 * The catalogue of why a job fails. The name is public API: it stands in the job's error, in events, in metrics. A code
 * that a newer worker invents is read as {@link #UNKNOWN}.
 */
public enum FailureCode {
    INVALID_ADDRESS(PERMANENT, 1, "The address cannot be fetched: its form is wrong."),
    ADDRESS_BLOCKED(PERMANENT, 1, "The address is not allowed."),
    HOST_UNRESOLVED(RETRYABLE, 3, "The host name has no address."),
    CONNECT_FAILED(RETRYABLE, 4, "The host does not accept connections."),
    TLS_FAILED(RETRYABLE, 2, "No secure connection could be made."),
    HTTP_NOT_FOUND(PERMANENT, 1, "The page does not exist (404 or 410)."),
    HTTP_FORBIDDEN(PERMANENT, 1, "The page may not be read (401 or 403)."),
    HTTP_CLIENT_ERROR(PERMANENT, 1, "The host refused the request (4xx)."),
    HTTP_SERVER_ERROR(RETRYABLE, 5, "The host failed (5xx)."),
    HTTP_THROTTLED(DEFERRED, 1, "The host asks to wait (429, or 503 with Retry-After)."),
    CIRCUIT_OPEN(DEFERRED, 1, "The host failed so often lately that it is left alone for a while."),
    HOST_BUSY(DEFERRED, 1, "Too many requests to this host are under way."),
    TOO_LARGE(PERMANENT, 1, "The answer is larger than allowed."),
    TOO_SLOW(RETRYABLE, 2, "The answer came too slowly."),
    TIMED_OUT(RETRYABLE, 3, "No whole answer in the time allowed."),
    TOO_MANY_REDIRECTS(PERMANENT, 1, "The address leads in a circle or through too many redirects."),
    DECOMPRESSION_BOMB(PERMANENT, 1, "The answer unpacks to far more than was sent."),
    RESPONSE_BROKEN(RETRYABLE, 3, "The answer is broken or ended early."),
    ROBOTS_REFUSED(PERMANENT, 1, "The robots.txt of the host asks robots not to read the address."),
    NOT_A_PAGE(PERMANENT, 1, "The address leads to something that is not a web page."),
    EMPTY_PAGE(PERMANENT, 1, "The page holds neither content nor facts."),
    NO_DOCUMENT(PERMANENT, 1, "The address leads to no document that can be read."),
    NO_TRANSCRIPT(RETRYABLE, 2, "Nothing that was said could be found."),
    TEMPLATE_UNAVAILABLE(PERMANENT, 1, "The template that the job was accepted with cannot be had any more."),
    DOCUMENT_TOO_LONG(PERMANENT, 1, "The template writes more than a document may have."),
    ANSWER_MISSING(RETRYABLE, 3, "The language model gave no answer that the template requires."),
    PART_DELAYED(DEFERRED, 1, "A part of the session cannot be had now; it is asked for again."),
    STORE_UNAVAILABLE(DEFERRED, 1, "The object store does not answer."),
    WORKER_DISK_FULL(DEFERRED, 1, "The worker has no room for files; another one, or this one later, may have."),
    STEP_TIMED_OUT(RETRYABLE, 2, "A step took longer than allowed."),
    JOB_TIMED_OUT(PERMANENT, 1, "The job took longer than allowed."),
    INTERNAL_ERROR(RETRYABLE, 2, "Something unexpected went wrong in the worker."),
    INVALID_COMMAND(PERMANENT, 1, "No worker could read the command."),
    WORKER_LOST(PERMANENT, 1, "The workers that took the job were lost too often."),
    DEFERRED_TOO_LONG(PERMANENT, 1, "The job waited for the other side longer than allowed."),
    UNKNOWN(RETRYABLE, 2, "A failure whose code this version does not know."),
    FAILED_BY_OPERATOR(PERMANENT, 1, "A person failed the job.");

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

    /** How many attempts a run may spend on this code, the first one included; 1 for what is never retried. */
    public int attempts() {
        return attempts;
    }

    /** One sentence for a person. */
    public String meaning() {
        return meaning;
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

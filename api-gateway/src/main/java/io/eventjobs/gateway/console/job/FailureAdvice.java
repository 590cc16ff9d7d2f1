package io.eventjobs.gateway.console.job;

import io.eventjobs.model.job.FailureCode;

/** What a person can do about a failure. */
final class FailureAdvice {
    private FailureAdvice() {}

    static String of(FailureCode code) {
        return switch (code) {
            case INVALID_ADDRESS, NOT_A_PAGE, EMPTY_PAGE, NO_DOCUMENT, NOT_SUBTITLES ->
                "Open the address in a browser. If it is the wrong one, submit the session again with the right one.";
            case ADDRESS_BLOCKED ->
                "The address is private. An operator can allow its host; otherwise use a public address or upload the file.";
            case HOST_UNRESOLVED, CONNECT_FAILED, TLS_FAILED ->
                "Check that the host exists and can be reached from the workers, then restart the job.";
            case HTTP_NOT_FOUND ->
                "The page has moved or is gone. Submit the session again with its new address, or restart if it has come back.";
            case HTTP_FORBIDDEN, ROBOTS_REFUSED ->
                "The host does not let robots read this. Ask its operator, or upload the file instead.";
            case HTTP_CLIENT_ERROR -> "The host finds fault with the request. Check the address.";
            case HTTP_SERVER_ERROR, TOO_SLOW, TIMED_OUT, RESPONSE_BROKEN ->
                "The fault is most likely at the host. Restart the job when the host is well again.";
            case HTTP_THROTTLED, CIRCUIT_OPEN, HOST_BUSY, PART_DELAYED -> "Nothing: the job tries again by itself.";
            case DEFERRED_TOO_LONG -> "Restart the job when the host or service that it waited for is available.";
            case TOO_LARGE, DECOMPRESSION_BOMB, TOO_MANY_REDIRECTS ->
                "The address cannot be read within the limits. Use another address, or upload a smaller file.";
            case NO_TRANSCRIPT -> "Submit the session with subtitles or a transcript, or without its video.";
            case TEMPLATE_UNAVAILABLE, DOCUMENT_TOO_LONG -> "Submit the session again with another template.";
            case ANSWER_MISSING -> "Check the language model, then restart the job.";
            case STORE_UNAVAILABLE, STORE_REFUSED -> "Check the object store and its keys, then restart the job.";
            case WORKER_DISK_FULL -> "Free disk space on the worker.";
            case STEP_TIMED_OUT, JOB_TIMED_OUT ->
                "Restart the job: finished steps are not repeated. If it fails again, raise the time limits.";
            case WORKER_LOST, INTERNAL_ERROR, INVALID_COMMAND, UNKNOWN ->
                "Look at the trace and the worker's log, then replay the dead letter.";
            case FAILED_BY_OPERATOR -> "A person decided this. Restart the job if it is to run after all.";
        };
    }
}

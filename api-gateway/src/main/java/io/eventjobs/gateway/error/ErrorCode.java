package io.eventjobs.gateway.error;

/** The catalogue of error codes of the HTTP API. The names are public API. */
public enum ErrorCode {
    VALIDATION_FAILED(400, "The request is wrong; details name each field."),
    MALFORMED_JSON(400, "The body is no JSON."),
    UNKNOWN_FIELD(400, "The body has fields that do not exist."),
    INVALID_PARAMETER(400, "A query parameter or a header is wrong."),
    INVALID_PATH(400, "The path is not one that could exist."),
    UNAUTHORIZED(401, "The API key is missing or wrong."),
    NOT_FOUND(404, "There is no such address."),
    JOB_NOT_FOUND(404, "There is no such job."),
    BATCH_NOT_FOUND(404, "There is no such batch."),
    EVENT_NOT_FOUND(404, "There is no job of such an event."),
    DEAD_LETTER_NOT_FOUND(404, "There is no such dead letter."),
    REPLAY_NOT_FOUND(404, "There is no such replay."),
    UPLOAD_NOT_FOUND(404, "There is no such upload."),
    TEMPLATE_NOT_FOUND(404, "There is no such template."),
    FILE_NOT_FOUND(404, "There is no such file."),
    METHOD_NOT_ALLOWED(405, "The address does not know this method."),
    NOT_ACCEPTABLE(406, "The answer cannot be given in a form that was asked for."),
    JOB_RUNNING(409, "The job is processing."),
    JOB_FINISHED(409, "The job is finished already."),
    BATCH_EXISTS(409, "The batch id is taken."),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was used with another body."),
    ARCHIVE_NOT_READY(409, "There is nothing completed to download yet."),
    UPLOAD_NAMED(409, "A job names the file; it goes with the last job that does."),
    TEMPLATES_FULL(409, "There are as many templates as there may be."),
    CONFLICT(409, "Somebody else changed it at the same time; try again."),
    PAYLOAD_TOO_LARGE(413, "The body or a part of it is larger than allowed."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json."),
    RANGE_NOT_SATISFIABLE(416, "The range asked for is outside the file."),
    UPLOADS_FULL(429, "Too many uploads are under way or named by no job; Retry-After says when to try again."),
    BACKLOG_FULL(429, "Too many jobs wait already; Retry-After says when to try again."),
    INTERNAL_ERROR(500, "Something went wrong here; the error id finds it in the log."),
    STORE_UNAVAILABLE(503, "A part that this call needs does not answer; Retry-After says when to try again.");

    private final int status;
    private final String meaning;

    ErrorCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** One sentence for the documentation. */
    public String meaning() {
        return meaning;
    }
}

package io.eventjobs.gateway.error;

/** The catalogue of error codes of the HTTP API. The names are public API. */
public enum ErrorCode {
    VALIDATION_FAILED(400, "The request is invalid; details list every invalid field."),
    MALFORMED_JSON(400, "The body is not valid JSON."),
    UNKNOWN_FIELD(400, "The body has unknown fields; details list them."),
    INVALID_PARAMETER(400, "A query parameter or a header is invalid."),
    INVALID_PATH(400, "The path is malformed."),
    UNAUTHORIZED(401, "The API key is missing or invalid."),
    FORM_EXPIRED(403, "The form is missing its token or is too old; load the page again."),
    ROLE_INSUFFICIENT(403, "The role of the API key does not allow this."),
    NOT_FOUND(404, "Unknown path."),
    JOB_NOT_FOUND(404, "Unknown job."),
    BATCH_NOT_FOUND(404, "Unknown batch."),
    EVENT_NOT_FOUND(404, "Unknown event: no job belongs to it."),
    DEAD_LETTER_NOT_FOUND(404, "Unknown dead letter."),
    REPLAY_NOT_FOUND(404, "Unknown replay."),
    UPLOAD_NOT_FOUND(404, "Unknown upload."),
    TEMPLATE_NOT_FOUND(404, "Unknown template."),
    WEBHOOK_NOT_FOUND(404, "Unknown webhook."),
    DELIVERY_NOT_FOUND(404, "Unknown delivery."),
    KEY_NOT_FOUND(404, "Unknown API key."),
    FILE_NOT_FOUND(404, "Unknown file."),
    METHOD_NOT_ALLOWED(405, "The method is not allowed for this path; Allow lists those that are."),
    NOT_ACCEPTABLE(406, "No media type in Accept can be served."),
    REQUEST_TIMEOUT(408, "The request arrives too slowly."),
    JOB_RUNNING(409, "The job is running; cancel it first or wait until it has finished."),
    JOB_FINISHED(409, "The job has already finished."),
    BATCH_EXISTS(409, "A batch with this id already exists."),
    IDEMPOTENCY_KEY_REUSED(409, "The idempotency key was already used with a different request."),
    ARCHIVE_NOT_READY(409, "No job has completed yet, so there is nothing to download."),
    UPLOAD_NAMED(409, "A job uses the upload; it is deleted with the last job that does."),
    TEMPLATES_FULL(409, "The maximum number of templates is reached; delete one first."),
    WEBHOOKS_FULL(409, "The maximum number of webhooks is reached; delete one first."),
    KEY_ENDED(409, "The API key is revoked or has expired."),
    KEYS_FULL(409, "The maximum number of API keys is reached; revoke one first."),
    STORAGE_FULL(409, "The tenant's files take as much space as they may; delete jobs or uploads first."),
    CONFLICT(409, "Another request changed it at the same time; try again."),
    PAYLOAD_TOO_LARGE(413, "The body, or a part of it, is too large."),
    ADDRESS_TOO_LONG(414, "The path and the query string are too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json."),
    RANGE_NOT_SATISFIABLE(416, "The requested range is outside the file."),
    BODIES_FULL(429, "Too many large bodies are being read; Retry-After tells when to retry."),
    UPLOADS_FULL(429, "Too many uploads are in progress or not used by any job; Retry-After tells when to retry."),
    STREAMS_FULL(429, "Too many streams are open; Retry-After tells when to retry."),
    RATE_LIMITED(429, "The tenant sends too many requests; Retry-After tells when to retry."),
    JOBS_FULL(429, "The tenant has as many unfinished jobs as it may have; Retry-After tells when to retry."),
    BACKLOG_FULL(429, "Too many jobs are waiting; Retry-After tells when to retry."),
    HEADERS_TOO_LARGE(431, "The headers are too many or too large."),
    INTERNAL_ERROR(500, "Internal error; error_id identifies it in the gateway's log."),
    STORE_UNAVAILABLE(503, "A service that this request needs is unavailable; Retry-After tells when to retry.");

    private final int status;
    private final String meaning;

    ErrorCode(int status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The HTTP status of responses with this code. */
    public int status() {
        return status;
    }

    /** Description for the API documentation, one sentence. */
    public String meaning() {
        return meaning;
    }
}

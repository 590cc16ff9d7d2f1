package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.webhook.WebhookSchemas;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request bodies of submissions, for the API description only: they are read field by field in order to collect all faults. */
final class SubmissionSchemas {
    static final String SESSION_EXAMPLE =
            """
            {"event": "Event Name", "session": "Session Name", "url": "https://example.com/session",
             "filename": "session.md", "track": "Track Name", "source_language": "en", "target_language": "de"}""";
    static final String TYPED_EXAMPLE =
            """
            {"job_type": "session", "parameters": {"event": "Event Name", "session": "Session Name",
             "url": "https://example.com/session"}}""";
    static final String BATCH_EXAMPLE =
            """
            {"batch_name": "My Batch", "jobs": [
              {"event": "Event 1", "session": "Session 1", "url": "https://example.com/session1"},
              {"event": "Event 2", "session": "Session 2", "url": "https://example.com/session2"}]}""";

    private SubmissionSchemas() {}

    @Schema(
            name = "SessionJobRequest",
            description = "A conference session. The fields may also be given in `parameters`.")
    record SessionJob(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The conference") String event,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The title of the talk") String session,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The session's page") String url,
            @Schema(description = "Name of the Markdown file; default: derived from the session") @Nullable String filename,
            @Schema(defaultValue = "General") @Nullable String track,
            @Schema(defaultValue = "en") @Nullable String sourceLanguage,
            @Schema(defaultValue = "de") @Nullable String targetLanguage,
            @Schema(description = "Whether title and file name are translated as well", defaultValue = "false")
                    @Nullable Boolean translateNames,
            @Nullable String day,
            @Schema(example = "09:30") @Nullable String starttime,
            @Schema(example = "10:00") @Nullable String endtime,
            @Nullable List<String> speakers,
            @Schema(description = "The recording; may be the address of an upload") @Nullable String videoUrl,
            @Schema(
                            description =
                                    "The slides: PDF, PPTX, PPSX, ODP, a text as PDF, DOCX or ODT, an image, or a ZIP of such files; may be the address of an upload")
                    @Nullable String attachmentsUrl,
            @Schema(description = "Plain text, WebVTT or SRT; preferred to any subtitles") @Nullable String videoTranscript,
            @Schema(
                            description =
                                    "URL of the event's machine-readable schedule; default: searched for, starting at the page")
                    @Nullable String scheduleUrl,
            @Schema(
                            description =
                                    "Revision of the source that the session was described from; stored, not interpreted",
                            maxLength = 100)
                    @Nullable String revision,
            @Schema(
                            description = "Name of the template of the document; /api/event-job/templates lists them",
                            defaultValue = "Session",
                            example = "Summary")
                    @Nullable String template,
            @Schema(description = "The intended readers") @Nullable String target,
            @Schema(defaultValue = "true") @Nullable Boolean useCache,
            @Nullable String jobName,
            @Schema(description = "Gets the events of this job") WebhookSchemas.@Nullable Webhook webhook,
            @Schema(minimum = "0", maximum = "9", defaultValue = "5") @Nullable Integer priority) {}

    @Schema(name = "SourceRequest", description = "A URL to be converted to a document")
    record Source(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "URL of the page, of the PDF or office file, or of the recording or its subtitles; other than for a page, the address of an upload is allowed")
                    String url,
            @Schema(description = "Groups jobs and names the folder; default: the host of the URL") @Nullable String event,
            @Nullable String track,
            @Schema(description = "Heading of the document; default: the title of the source") @Nullable String title,
            @Schema(description = "Name of the Markdown file; default: derived from the title or the URL") @Nullable String filename,
            @Schema(defaultValue = "en") @Nullable String sourceLanguage,
            @Schema(description = "Default: source_language") @Nullable String targetLanguage,
            @Schema(defaultValue = "true") @Nullable Boolean useCache) {}

    @Schema(name = "JobRequest", description = "The fields of `parameters` may also be given beside `job_type`.")
    record TypedJob(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"session", "page", "document", "transcript"})
                    String jobType,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            oneOf = {SessionJob.class, Source.class},
                            description = "The fields of a session, or of a source for the other types")
                    Map<String, Object> parameters,
            @Nullable String jobName,
            @Schema(description = "Gets the events of this job") WebhookSchemas.@Nullable Webhook webhook,
            @Nullable Integer priority) {}

    @Schema(name = "SessionBatchRequest")
    record SessionBatch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchName,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Between 1 and 10,000 jobs")
                    List<SessionJob> jobs,
            @Schema(
                            description =
                                    "Must be unique in its tenant and match [A-Za-z0-9][A-Za-z0-9._-]{0,99}; default: generated")
                    @Nullable String batchId,
            @Schema(description = "Default for the jobs of the batch", defaultValue = "true") @Nullable Boolean useCache,
            @Schema(description = "Default for the jobs of the batch", defaultValue = "5") @Nullable Integer priority,
            @Schema(description = "Gets the events of this batch, and those of its jobs that it names")
                    WebhookSchemas.@Nullable Webhook webhook,
            @Schema(description = "Maximum number of jobs that run at the same time") @Nullable Integer maxParallel) {}

    @Schema(name = "BatchRequest")
    record TypedBatch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchName,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<TypedJob> jobs,
            @Nullable String batchId,
            @Schema(description = "Gets the events of this batch, and those of its jobs that it names")
                    WebhookSchemas.@Nullable Webhook webhook,
            @Nullable Integer priority,
            @Nullable Integer maxParallel) {}
}

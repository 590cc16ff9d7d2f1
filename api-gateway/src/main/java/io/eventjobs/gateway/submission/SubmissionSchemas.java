package io.eventjobs.gateway.submission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of submissions, for the description of the API only: they are read field by field, to gather all faults. */
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
            description = "A conference session. The fields may also stand under `parameters`.")
    record SessionJob(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The conference") String event,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The title of the talk") String session,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The session's page") String url,
            @Schema(description = "Name of the Markdown file; from the session unless given") @Nullable String filename,
            @Schema(defaultValue = "General") @Nullable String track,
            @Schema(defaultValue = "en") @Nullable String sourceLanguage,
            @Schema(defaultValue = "de") @Nullable String targetLanguage,
            @Schema(description = "Title and file name too", defaultValue = "false") @Nullable Boolean translateNames,
            @Nullable String day,
            @Schema(example = "09:30") @Nullable String starttime,
            @Schema(example = "10:00") @Nullable String endtime,
            @Nullable List<String> speakers,
            @Schema(description = "The recording; may be the address of an upload") @Nullable String videoUrl,
            @Schema(
                            description =
                                    "The slides: PDF, PPTX, PPSX, ODP, a text as PDF, DOCX or ODT, an image, or a ZIP of such files; may be the address of an upload")
                    @Nullable String attachmentsUrl,
            @Schema(description = "Text, WebVTT or SRT; used before any subtitles") @Nullable String videoTranscript,
            @Schema(description = "The event's schedule, in a form for machines; looked for from the page unless given")
                    @Nullable String scheduleUrl,
            @Schema(
                            description = "Which state of its source the session was described from; only kept",
                            maxLength = 100)
                    @Nullable String revision,
            @Schema(allowableValues = "Session") @Nullable String template,
            @Schema(description = "The readers it is meant for") @Nullable String target,
            @Schema(defaultValue = "true") @Nullable Boolean useCache,
            @Nullable String jobName,
            @Schema(minimum = "0", maximum = "9", defaultValue = "5") @Nullable Integer priority) {}

    @Schema(name = "SourceRequest", description = "One address to be turned into a document")
    record Source(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "The page; the PDF or office file; the recording or its subtitles. The latter two may be the address of an upload")
                    String url,
            @Schema(description = "Groups jobs; also the folder, else the host of the address") @Nullable String event,
            @Nullable String track,
            @Schema(description = "Heading of the document; what the source calls itself unless given") @Nullable String title,
            @Schema(description = "Name of the Markdown file; from title or address unless given") @Nullable String filename,
            @Schema(defaultValue = "en") @Nullable String sourceLanguage,
            @Schema(description = "The same as the source unless given") @Nullable String targetLanguage,
            @Schema(defaultValue = "true") @Nullable Boolean useCache) {}

    @Schema(name = "JobRequest", description = "The fields under `parameters` may also stand beside `job_type`.")
    record TypedJob(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"session", "page", "document", "transcript"})
                    String jobType,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            oneOf = {SessionJob.class, Source.class},
                            description = "A session's fields, or for the other types those of a source")
                    Map<String, Object> parameters,
            @Nullable String jobName,
            @Nullable Integer priority) {}

    @Schema(name = "SessionBatchRequest")
    record SessionBatch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchName,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "1 to 10,000") List<SessionJob> jobs,
            @Schema(description = "New in its tenant: [A-Za-z0-9][A-Za-z0-9._-]{0,99}") @Nullable String batchId,
            @Schema(description = "For jobs that do not say", defaultValue = "true") @Nullable Boolean useCache,
            @Schema(description = "For jobs that do not say", defaultValue = "5") @Nullable Integer priority,
            @Schema(description = "Most jobs under way at once") @Nullable Integer maxParallel) {}

    @Schema(name = "BatchRequest")
    record TypedBatch(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String batchName,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<TypedJob> jobs,
            @Nullable String batchId,
            @Nullable Integer priority,
            @Nullable Integer maxParallel) {}
}

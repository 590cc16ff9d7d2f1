package io.eventjobs.gateway.submission;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.eventjobs.gateway.template.TemplateCatalog;
import io.eventjobs.gateway.template.TemplateChoice;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.TenantId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads conference sessions. */
final class SessionReader implements ParametersReader {
    private static final int MAX_TRANSCRIPT_LENGTH = 4 << 20;
    private static final int MAX_REVISION_LENGTH = 100;
    private static final int MAX_TEMPLATE_NAME_LENGTH = 100;

    private final SubmissionProperties properties;
    private final TemplateCatalog templates;

    SessionReader(SubmissionProperties properties, TemplateCatalog templates) {
        this.properties = properties;
        this.templates = templates;
    }

    @Override
    public JobType type() {
        return JobType.SESSION;
    }

    @Override
    public Parameters read(FieldReader fields, Request request) {
        String event = fields.requiredText("event", FieldFormats.MAX_NAME_LENGTH);
        String session = fields.requiredText("session", FieldFormats.MAX_NAME_LENGTH);
        String track = requireNonNullElse(fields.text("track", FieldFormats.MAX_NAME_LENGTH), "General");
        String transcript = fields.text("video_transcript", MAX_TRANSCRIPT_LENGTH);
        boolean isLong = transcript != null && transcript.length() > properties.maxInlineTranscriptCharacters();
        SessionParameters asked = new SessionParameters(
                event,
                session,
                FieldFormats.requiredSource(fields, "url"),
                requireNonNullElseGet(
                        FieldFormats.fileName(fields, "filename"),
                        () -> SafeName.stem(session, ".md", "session") + ".md"),
                track,
                languages(fields),
                new SessionParameters.Slot(
                        fields.text("day", 100),
                        FieldFormats.time(fields, "starttime"),
                        FieldFormats.time(fields, "endtime")),
                fields.texts("speakers", 100, 300),
                new SessionParameters.Material(
                        FieldFormats.source(fields, "video_url"),
                        FieldFormats.source(fields, "attachments_url"),
                        isLong ? null : transcript,
                        null),
                new SessionParameters.Announcement(
                        FieldFormats.address(fields, "schedule_url"), fields.text("revision", MAX_REVISION_LENGTH)),
                writing(fields, request.tenant()),
                requireNonNullElse(fields.bool("use_cache"), request.useCache()));
        String name =
                Stream.of(event, track, session).filter(part -> !part.isEmpty()).collect(Collectors.joining(" - "));
        return new Parameters(name, asked, isLong ? transcript : null);
    }

    private static SessionParameters.Languages languages(FieldReader fields) {
        return new SessionParameters.Languages(
                requireNonNullElse(FieldFormats.language(fields, "source_language"), "en"),
                requireNonNullElse(FieldFormats.language(fields, "target_language"), "de"),
                fields.bool("translate_names"));
    }

    private SessionParameters.Writing writing(FieldReader fields, TenantId tenant) {
        String name = requireNonNullElse(
                fields.text("template", MAX_TEMPLATE_NAME_LENGTH), SessionParameters.Writing.DEFAULT.template());
        String target = fields.text("target", 200);
        return switch (templates.choose(tenant, name)) {
            case TemplateChoice.BuiltIn builtIn -> new SessionParameters.Writing(name, null, target);
            case TemplateChoice.Own own ->
                new SessionParameters.Writing(name, own.text().hash(), target);
            case TemplateChoice.Refused refused -> {
                fields.fault("template", refused.reason());
                yield SessionParameters.Writing.DEFAULT;
            }
        };
    }
}

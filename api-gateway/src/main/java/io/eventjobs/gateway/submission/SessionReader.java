package io.eventjobs.gateway.submission;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads conference sessions. */
final class SessionReader implements ParametersReader {
    private static final int LONGEST_TRANSCRIPT = 4 << 20;
    private static final int LONGEST_REVISION = 100;
    private static final String SESSION_TEMPLATE = "Session";

    private final SubmissionProperties properties;

    SessionReader(SubmissionProperties properties) {
        this.properties = properties;
    }

    @Override
    public JobType type() {
        return JobType.SESSION;
    }

    @Override
    public Parameters read(FieldReader fields, boolean useCache) {
        String event = fields.requiredText("event", FieldForms.LONGEST_NAME);
        String session = fields.requiredText("session", FieldForms.LONGEST_NAME);
        String track = requireNonNullElse(fields.text("track", FieldForms.LONGEST_NAME), "General");
        String transcript = fields.text("video_transcript", LONGEST_TRANSCRIPT);
        boolean isLong = transcript != null && transcript.length() > properties.inlineTranscriptCharacters();
        SessionParameters asked = new SessionParameters(
                event,
                session,
                FieldForms.requiredAddress(fields, "url"),
                requireNonNullElseGet(
                        FieldForms.fileName(fields, "filename"),
                        () -> SafeName.stem(session, ".md", "session") + ".md"),
                track,
                languages(fields),
                new SessionParameters.Slot(
                        fields.text("day", 100),
                        FieldForms.time(fields, "starttime"),
                        FieldForms.time(fields, "endtime")),
                fields.texts("speakers", 100, 300),
                new SessionParameters.Material(
                        FieldForms.source(fields, "video_url"),
                        FieldForms.source(fields, "attachments_url"),
                        isLong ? null : transcript,
                        null),
                new SessionParameters.Announcement(
                        FieldForms.address(fields, "schedule_url"), fields.text("revision", LONGEST_REVISION)),
                template(fields),
                fields.text("target", 200),
                requireNonNullElse(fields.bool("use_cache"), useCache));
        String name =
                Stream.of(event, track, session).filter(part -> !part.isEmpty()).collect(Collectors.joining(" - "));
        return new Parameters(name, asked, isLong ? transcript : null);
    }

    private static SessionParameters.Languages languages(FieldReader fields) {
        return new SessionParameters.Languages(
                requireNonNullElse(FieldForms.language(fields, "source_language"), "en"),
                requireNonNullElse(FieldForms.language(fields, "target_language"), "de"),
                fields.bool("translate_names"));
    }

    private static String template(FieldReader fields) {
        return requireNonNullElse(
                fields.text("template", 100, SESSION_TEMPLATE::equals, "must be Session, the only template"),
                SESSION_TEMPLATE);
    }
}

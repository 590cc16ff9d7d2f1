package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SessionParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads one job from JSON: flat, or with its fields under {@code parameters}. Gathers all faults; judges forms only. */
final class JobReader {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_TRANSCRIPT = 4 << 20;
    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final String SESSION_TEMPLATE = "Session";
    private static final List<String> WITHOUT_EFFECT = List.of(
            "user_id",
            "create_archive",
            "speakers_url",
            "speakers_image_url",
            "image_url",
            "context",
            "include_images",
            "extraction_method",
            "force_refresh",
            "file_hash");

    private final SubmissionProperties properties;
    private final Set<JobType> knownTypes;

    JobReader(SubmissionProperties properties, Set<JobType> knownTypes) {
        this.properties = properties;
        this.knownTypes = knownTypes;
    }

    /** A job of {@code /api/event-job}: always a session. */
    JobDraft session(ObjectNode node, String path, boolean useCache, FieldReader.Faults faults) {
        return read(node, path, JobType.SESSION, useCache, faults);
    }

    /** A job of {@code /api/jobs}: its type is named. */
    JobDraft typed(ObjectNode node, String path, boolean useCache, FieldReader.Faults faults) {
        String prefix = path.isEmpty() ? "" : path + ".";
        String word = new FieldReader(node, prefix, faults).requiredText("job_type", 100);
        JobType type = JobType.find(word).filter(knownTypes::contains).orElse(null);
        if (type == null) {
            return unknownType(word, prefix, faults);
        }
        ObjectNode rest = node.deepCopy();
        rest.remove("job_type");
        return read(rest, path, type, useCache, faults);
    }

    /** Nothing can be said of the fields of a job whose type is not known. */
    private JobDraft unknownType(String word, String prefix, FieldReader.Faults faults) {
        if (!word.isEmpty()) {
            faults.add(prefix + "job_type", "must be one of " + words());
        }
        return new JobDraft("", new NoopParameters(null, 0), null, null, List.of());
    }

    private JobDraft read(ObjectNode node, String path, JobType type, boolean useCache, FieldReader.Faults faults) {
        String prefix = path.isEmpty() ? "" : path + ".";
        ObjectNode flat = flattened(node, prefix, faults);
        judgeSize(flat, path, faults);
        FieldReader fields = new FieldReader(flat, prefix, faults);
        List<String> warnings = new ArrayList<>();
        for (String name : WITHOUT_EFFECT) {
            if (fields.has(name)) {
                warnings.add(prefix + name + " is accepted from older clients and has no effect");
            }
        }
        if (fields.has("webhook")) {
            faults.add(prefix + "webhook", "is not supported by this version");
        }
        String givenName = fields.text("job_name", LONGEST_NAME);
        Integer priority = fields.integer("priority", Priority.LOWEST, Priority.HIGHEST);
        JobDraft draft =
                switch (type) {
                    case SESSION -> session(fields, givenName, useCache);
                    case NOOP -> noop(fields, givenName);
                };
        fields.refuseOthers();
        return new JobDraft(
                draft.name(),
                draft.parameters(),
                priority == null ? null : new Priority(priority),
                draft.longTranscript(),
                warnings);
    }

    private JobDraft session(FieldReader fields, @Nullable String givenName, boolean useCache) {
        String event = fields.requiredText("event", LONGEST_NAME);
        String session = fields.requiredText("session", LONGEST_NAME);
        String url = fields.has("url") ? address(fields, "url") : fields.requiredText("url", LONGEST_ADDRESS);
        String track = Objects.requireNonNullElse(fields.text("track", LONGEST_NAME), "General");
        String filename = Objects.requireNonNullElseGet(
                fields.text("filename", 300, JobReader::isFileName, "must be a file name without a path"),
                () -> SafeName.stem(session, ".md", "session") + ".md");
        String transcript = fields.text("video_transcript", LONGEST_TRANSCRIPT);
        boolean isLong = transcript != null && transcript.length() > properties.inlineTranscriptCharacters();
        Boolean ownUseCache = fields.bool("use_cache");
        JobParameters parameters = new SessionParameters(
                event,
                session,
                Objects.requireNonNullElse(url, ""),
                filename,
                track,
                language(fields, "source_language", "en"),
                language(fields, "target_language", "de"),
                fields.text("day", 100),
                time(fields, "starttime"),
                time(fields, "endtime"),
                fields.texts("speakers", 100, 300),
                address(fields, "video_url"),
                address(fields, "attachments_url"),
                isLong ? null : transcript,
                null,
                template(fields),
                fields.text("target", 200),
                ownUseCache == null ? useCache : ownUseCache);
        String name = givenName != null
                ? givenName
                : Stream.of(event, track, session)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" - "));
        return new JobDraft(shortened(name), parameters, null, isLong ? transcript : null, List.of());
    }

    private static JobDraft noop(FieldReader fields, @Nullable String givenName) {
        String event = fields.text("event", LONGEST_NAME);
        Integer workMillis = fields.integer("work_millis", 0, 60_000);
        return new JobDraft(
                givenName == null ? "noop" : givenName,
                new NoopParameters(event, workMillis == null ? 0 : workMillis),
                null,
                null,
                List.of());
    }

    /** The fields under {@code parameters} brought to the top; a field in both places is a fault. */
    private static ObjectNode flattened(ObjectNode node, String prefix, FieldReader.Faults faults) {
        ObjectNode nested = new FieldReader(node, prefix, faults).object("parameters");
        ObjectNode flat = node.deepCopy();
        flat.remove("parameters");
        if (nested == null) {
            return flat;
        }
        Set<String> both = new LinkedHashSet<>(nested.propertyNames());
        both.retainAll(flat.propertyNames());
        both.stream()
                .filter(name -> !flat.get(name).isNull() && !name.equals("use_cache"))
                .forEach(name -> faults.add(prefix + name, "stands both at the top and under parameters"));
        nested.properties().stream()
                .filter(field -> !flat.hasNonNull(field.getKey()))
                .forEach(field -> flat.set(field.getKey(), field.getValue()));
        return flat;
    }

    private void judgeSize(ObjectNode flat, String path, FieldReader.Faults faults) {
        ObjectNode withoutTranscript = flat.deepCopy();
        withoutTranscript.remove("video_transcript");
        int bytes = withoutTranscript.toString().length();
        if (bytes > properties.jobBytes()) {
            faults.add(path.isEmpty() ? "body" : path, "must be at most " + properties.jobBytes() + " bytes");
        }
    }

    private static String template(FieldReader fields) {
        String template = fields.text("template", 100, SESSION_TEMPLATE::equals, "must be Session, the only template");
        return template == null ? SESSION_TEMPLATE : template;
    }

    private static @Nullable String time(FieldReader fields, String name) {
        return fields.text(name, 5, value -> TIME.matcher(value).matches(), "must be HH:MM, from 00:00 to 23:59");
    }

    private static String language(FieldReader fields, String name, String otherwise) {
        String language = fields.text(
                name, 35, value -> LANGUAGE.matcher(value).matches(), "must be a language tag such as en or pt-BR");
        return language == null ? otherwise : language;
    }

    private static @Nullable String address(FieldReader fields, String name) {
        return fields.text(
                name, LONGEST_ADDRESS, JobReader::isAddress, "must be an absolute http or https address with a host");
    }

    /** The form only: spaces and letters beyond ASCII in path and query are forgiven, as browsers do. */
    static boolean isAddress(String text) {
        try {
            String lenient = text.replaceAll("[^\\x21-\\x7e]|[\"<>^`{|}]", "_");
            URI uri = new URI(lenient);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getRawAuthority() != null
                    && text.chars().noneMatch(Character::isISOControl);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isFileName(String text) {
        return !text.contains("/")
                && !text.contains("\\")
                && !text.equals(".")
                && !text.equals("..")
                && text.chars().noneMatch(Character::isISOControl);
    }

    private String words() {
        return knownTypes.stream().map(JobType::word).sorted().collect(Collectors.joining(", "));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}

package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.WebhookDraft;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.Priority;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a job from JSON: flat, or with its fields under {@code parameters}. Common fields are read here, the others by the reader of its
 * type. Collects all faults; checks syntax only.
 */
final class JobReader {
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

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int jobBytes;
    private final Map<String, ParametersReader> readers;
    private final WebhookReader webhooks;

    /**
     * @param jobBytes maximum size of one job's JSON, without its transcript
     * @param readers of all known types, including that of sessions
     */
    JobReader(int jobBytes, List<ParametersReader> readers, WebhookReader webhooks) {
        this.jobBytes = jobBytes;
        this.webhooks = webhooks;
        this.readers = readers.stream()
                .collect(Collectors.toUnmodifiableMap(reader -> reader.type().word(), Function.identity()));
    }

    /** Reads a job of {@code /api/event-job}, which is always a session. */
    JobReading session(ObjectNode node, String path, ParametersReader.Request request, FieldReader.Faults faults) {
        return read(node, path, Objects.requireNonNull(readers.get(JobType.SESSION.word())), request, faults);
    }

    /** Reads a job of {@code /api/jobs}, which states its type. */
    JobReading typed(ObjectNode node, String path, ParametersReader.Request request, FieldReader.Faults faults) {
        String prefix = prefix(path);
        String word = new FieldReader(node, prefix, faults).requiredText("job_type", 100);
        ParametersReader reader = readers.get(word);
        if (reader == null) {
            if (!word.isEmpty()) {
                String known = readers.keySet().stream().sorted().collect(Collectors.joining(", "));
                faults.add(prefix + "job_type", "must be one of " + known);
            }
            return new JobReading.UnknownType();
        }
        ObjectNode rest = shallowCopy(node);
        rest.remove("job_type");
        return read(rest, path, reader, request, faults);
    }

    private JobReading read(
            ObjectNode node,
            String path,
            ParametersReader reader,
            ParametersReader.Request request,
            FieldReader.Faults faults) {
        String prefix = prefix(path);
        ObjectNode flat = flattened(node, prefix, faults);
        judgeSize(flat, path, faults);
        FieldReader fields = new FieldReader(flat, prefix, faults);
        List<String> warnings = warnings(fields, prefix);
        WebhookDraft webhook = webhooks.optional(fields, prefix, faults);
        String givenName = fields.text("job_name", FieldFormats.MAX_NAME_LENGTH);
        Integer priority = fields.integer("priority", Priority.MIN, Priority.MAX);
        ParametersReader.Parameters parameters = reader.read(fields, request);
        fields.refuseOthers();
        return new JobReading.Read(new JobDraft(
                shortened(Objects.requireNonNullElse(givenName, parameters.name())),
                parameters.values(),
                priority(priority),
                parameters.longTranscript(),
                webhook,
                warnings));
    }

    private static List<String> warnings(FieldReader fields, String prefix) {
        List<String> warnings = new ArrayList<>();
        for (String name : WITHOUT_EFFECT) {
            if (fields.has(name)) {
                warnings.add(prefix + name + " is accepted for compatibility and has no effect");
            }
        }
        return warnings;
    }

    /** Moves the fields under {@code parameters} to the top level; a field in both places is a fault. */
    private static ObjectNode flattened(ObjectNode node, String prefix, FieldReader.Faults faults) {
        ObjectNode nested = new FieldReader(node, prefix, faults).object("parameters");
        ObjectNode flat = shallowCopy(node);
        flat.remove("parameters");
        if (nested == null) {
            return flat;
        }
        Set<String> both = new LinkedHashSet<>(nested.propertyNames());
        both.retainAll(flat.propertyNames());
        both.stream()
                .filter(name -> !flat.get(name).isNull() && !name.equals("use_cache"))
                .forEach(
                        name -> faults.add(prefix + name, "must not be given both at the top level and in parameters"));
        nested.properties().stream()
                .filter(field -> !flat.hasNonNull(field.getKey()))
                .forEach(field -> flat.set(field.getKey(), field.getValue()));
        return flat;
    }

    private void judgeSize(ObjectNode flat, String path, FieldReader.Faults faults) {
        ObjectNode withoutTranscript = shallowCopy(flat);
        withoutTranscript.remove("video_transcript");
        ByteCounter counter = new ByteCounter();
        JSON.writeValue(counter, withoutTranscript);
        if (counter.bytes() > jobBytes) {
            faults.add(path.isEmpty() ? "body" : path, "must be at most " + jobBytes + " bytes");
        }
    }

    /** With the same values: a body may be large, and values are only read. */
    private static ObjectNode shallowCopy(ObjectNode node) {
        ObjectNode copy = node.objectNode();
        copy.setAll(node);
        return copy;
    }

    private static @Nullable Priority priority(@Nullable Integer level) {
        return level == null ? null : new Priority(level);
    }

    private static String prefix(String path) {
        return path.isEmpty() ? "" : path + ".";
    }

    private static String shortened(String name) {
        return name.length() <= FieldFormats.MAX_NAME_LENGTH
                ? name
                : name.substring(0, FieldFormats.MAX_NAME_LENGTH - 1) + "…";
    }
}

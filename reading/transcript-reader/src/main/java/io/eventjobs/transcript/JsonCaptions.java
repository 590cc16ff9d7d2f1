package io.eventjobs.transcript;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads captions in JSON: YouTube's {@code json3} ({@code events} of segments) and lists of {@code segments} with start, end and text, as in
 * Podcasting 2.0 and in the results of speech recognition.
 */
final class JsonCaptions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MAX_SECONDS = 1_000_000;

    private final CueCollector cues = new CueCollector();

    private JsonCaptions() {}

    static boolean isJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /** The captions; empty if the text is other JSON, or none. */
    static Optional<ParsedCues> parse(String text) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            // Not JSON, or broken: no captions.
            return Optional.empty();
        }
        JsonNode segments = root.isArray() ? root : root.path("segments");
        boolean isEvents = root.path("events").isArray();
        if (!isEvents && !(segments.isArray() && isSegment(segments.path(0)))) {
            return Optional.empty();
        }
        JsonCaptions captions = new JsonCaptions();
        if (isEvents) {
            root.path("events").forEach(captions::event);
        } else {
            segments.forEach(captions::segment);
        }
        return Optional.of(captions.cues.parsed());
    }

    private void event(JsonNode event) {
        StringBuilder text = new StringBuilder();
        event.path("segs").forEach(part -> text.append(part.path("utf8").asString("")));
        double start = event.path("tStartMs").asDouble(-1) / 1_000;
        double length = event.path("dDurationMs").asDouble(0) / 1_000;
        add(start, start + length, null, text.toString());
    }

    private void segment(JsonNode segment) {
        String speaker = CueText.oneSpaced(segment.path("speaker").asString(""));
        double start = first(segment, List.of("start", "startTime")).asDouble(-1);
        add(
                start,
                first(segment, List.of("end", "endTime")).asDouble(start),
                speaker.isEmpty() ? null : speaker,
                first(segment, List.of("text", "body")).asString(""));
    }

    private void add(double start, double end, @Nullable String voice, String text) {
        if (text.isBlank()) {
            return;
        }
        if (start < 0 || start > MAX_SECONDS || Double.isNaN(start)) {
            cues.addMalformed();
            return;
        }
        long startMillis = Math.round(start * 1_000);
        long endMillis = Math.round(Math.min(end, MAX_SECONDS) * 1_000);
        cues.addPlain(startMillis, Math.max(startMillis, endMillis), voice, text);
    }

    private static boolean isSegment(JsonNode node) {
        boolean hasTime = !first(node, List.of("start", "startTime")).isMissingNode();
        return hasTime && first(node, List.of("text", "body")).isString();
    }

    private static JsonNode first(JsonNode node, List<String> names) {
        JsonNode found = node.path(names.getFirst());
        return found.isMissingNode() ? node.path(names.getLast()) : found;
    }
}

package io.eventjobs.transcript;

import io.eventjobs.encoding.Surrogates;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads chapter files: WebVTT chapter tracks and Podcasting 2.0 JSON. Pure. */
public final class ChapterFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChapterFile() {}

    /** The chapters in order; empty if the file has none. */
    public static List<Chapter> read(String text) {
        return text.stripLeading().startsWith("{") ? ofJson(text) : ofCues(Subtitles.cues(text));
    }

    private static List<Chapter> ofCues(List<Cue> cues) {
        return cues.stream()
                .map(cue -> new Chapter(cue.startMillis(), cue.text()))
                .toList();
    }

    /** Omits entries that only change the picture: they do not belong to the table of contents. */
    private static List<Chapter> ofJson(String text) {
        List<Chapter> chapters = new ArrayList<>();
        try {
            for (JsonNode chapter : JSON.readTree(text).path("chapters")) {
                double seconds = chapter.path("startTime").asDouble(-1);
                if (chapter.path("toc").asBoolean(true) && seconds >= 0 && seconds < Integer.MAX_VALUE) {
                    chapters.add(new Chapter(
                            Math.round(seconds * 1_000),
                            Surrogates.replaceUnpaired(chapter.path("title").asString(""))));
                }
            }
        } catch (JacksonException e) {
            // Not JSON: no chapters.
            return List.of();
        }
        return chapters;
    }
}

package io.eventjobs.page.facts;

import io.eventjobs.transcript.Chapter;
import io.eventjobs.transcript.ChapterLines;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Chapters of a recording, from video clips in JSON-LD or from a list of times in the description. */
public final class ChapterFacts {
    private static final int MAX_CHAPTERS = 200;

    private final PageFacts.Builder facts;
    private final String source;

    public ChapterFacts(PageFacts.Builder facts, String source) {
        this.facts = facts;
        this.source = source;
    }

    /** From a video in JSON-LD. */
    void video(JsonNode video) {
        JsonNode parts = video.path("hasPart");
        for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
            double seconds = part.path("startOffset").asDouble(-1);
            if (seconds >= 0 && seconds < Integer.MAX_VALUE) {
                add(new Chapter(Math.round(seconds * 1_000), part.path("name").asString("")));
            }
        }
        if (!facts.currentHas(FactName.CHAPTER)) {
            description(video.path("description").asString(""));
        }
    }

    /** From the lines of a description. */
    public void description(String text) {
        ChapterLines.in(text).stream().limit(MAX_CHAPTERS).forEach(this::add);
    }

    private void add(Chapter chapter) {
        long seconds = chapter.startMillis() / 1_000;
        if (!chapter.title().isBlank()) {
            facts.add(
                    FactName.CHAPTER,
                    String.format(
                            Locale.ROOT,
                            "%02d:%02d:%02d %s",
                            seconds / 3_600,
                            seconds / 60 % 60,
                            seconds % 60,
                            chapter.title()),
                    source);
        }
    }
}

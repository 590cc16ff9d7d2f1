package io.eventjobs.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The bundled conference; all of its people and talks are fictional. */
public record Conference(String name, List<Session> sessions) {
    /** Reads the conference from the class path. */
    public static Conference bundled() {
        try (InputStream json = Objects.requireNonNull(
                Conference.class.getResourceAsStream("/demo/conference.json"), "demo/conference.json")) {
            return JsonMapper.builder().build().readValue(json, Conference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A session of the conference.
     *
     * @param layout layout of the page: {@code classic} (labels beside the text) or {@code tool} (JSON-LD)
     * @param slides title and bullet points of each slide; empty for none
     * @param lines lines of the subtitles; empty for none
     * @param kind {@code normal}, {@code bare} (a page only), {@code facts-only} (no abstract) or {@code broken} (no page: 404)
     */
    public record Session(
            String slug,
            String title,
            String track,
            String room,
            String day,
            String start,
            String end,
            List<String> speakers,
            String layout,
            List<String> abstractParagraphs,
            List<List<String>> slides,
            List<String> lines,
            String kind) {}
}

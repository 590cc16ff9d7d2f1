package io.eventjobs.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The bundled conference: everybody and everything in it is made up. */
public record Conference(String name, List<Session> sessions) {
    /** Reads it from the class path. */
    public static Conference bundled() {
        try (InputStream json = Objects.requireNonNull(
                Conference.class.getResourceAsStream("/demo/conference.json"), "demo/conference.json")) {
            return JsonMapper.builder().build().readValue(json, Conference.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One session.
     *
     * @param layout {@code classic} (labels beside the text) or {@code tool} (facts for machines)
     * @param slides a title and bullets each; empty for none
     * @param lines of the subtitles; empty for none
     * @param kind {@code normal, bare} (nothing but a page), {@code facts-only} (no abstract), {@code broken} (the page fails)
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

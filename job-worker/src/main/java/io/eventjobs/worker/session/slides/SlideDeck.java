package io.eventjobs.worker.session.slides;

import java.nio.file.Path;
import java.util.List;

/**
 * A deck as images and text.
 *
 * @param slides in their order
 * @param warnings about what is missing
 */
public record SlideDeck(List<Slide> slides, List<String> warnings) {
    public SlideDeck {
        slides = List.copyOf(slides);
        warnings = List.copyOf(warnings);
    }

    static SlideDeck none(String warning) {
        return new SlideDeck(List.of(), List.of(warning));
    }

    /**
     * One page.
     *
     * @param number from 1
     * @param image a JPEG
     * @param text as far as the page has any, may be empty
     */
    public record Slide(int number, Path image, String text) {}
}

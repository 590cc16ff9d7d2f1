package io.eventjobs.worker.session.slides;

import java.util.List;

/**
 * What became of a PDF.
 *
 * @param slides in order; empty when the file could not be read
 * @param warnings what is missing and why, each one sentence
 * @param isWhole whether every page that was wanted is drawn: then doing it again would make the same
 */
public record SlideDeck(List<Slide> slides, List<String> warnings, boolean isWhole) {
    public SlideDeck {
        slides = List.copyOf(slides);
        warnings = List.copyOf(warnings);
    }

    static SlideDeck unreadable(String warning) {
        return new SlideDeck(List.of(), List.of(warning), false);
    }
}

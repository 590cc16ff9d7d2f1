package io.eventjobs.worker.session.document;

import io.eventjobs.worker.session.slides.Slide;
import java.util.List;

/**
 * Slides as they stand in the document.
 *
 * @param address where they are from
 * @param slides numbered through all decks of the session
 */
public record RenderedDeck(String address, List<Slide> slides) {
    public RenderedDeck {
        slides = List.copyOf(slides);
    }
}

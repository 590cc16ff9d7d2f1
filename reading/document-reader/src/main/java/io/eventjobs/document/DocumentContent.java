package io.eventjobs.document;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of a file.
 *
 * @param slides in order: slides with what they say, or the pages of a text; empty when there are no images of pages
 * @param pictures files that the Markdown names by their places in this list, as {@code asset:0} and on
 * @param warnings what is missing and why, each one sentence
 * @param isComplete whether all that was wanted is there: then doing it again would make the same
 */
public record DocumentContent(
        Body body, List<Slide> slides, List<Path> pictures, List<String> warnings, boolean isComplete) {
    public DocumentContent {
        slides = List.copyOf(slides);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    public static DocumentContent unreadable(String warning) {
        return new DocumentContent(Body.NONE, List.of(), List.of(), List.of(warning), false);
    }

    /** The images of pages, then the pictures. */
    public List<Path> files() {
        return Stream.concat(slides.stream().flatMap(slide -> slide.view().files().stream()), pictures.stream())
                .toList();
    }

    /** All that it says, as Markdown: of each slide the text and the notes, then the running text. */
    public List<String> texts() {
        return Stream.concat(
                        slides.stream().flatMap(slide -> Stream.of(slide.text(), slide.notes())),
                        Stream.of(body.text()))
                .toList();
    }

    DocumentContent withTexts(Iterator<String> texts) {
        List<Slide> others = slides.stream()
                .map(slide -> slide.withText(texts.next(), texts.next()))
                .toList();
        Body other = new Body(body.kind(), body.properties(), texts.next());
        return new DocumentContent(other, others, pictures, warnings, isComplete);
    }

    /** Whether there is nothing that a document could show. */
    public boolean isEmpty() {
        return slides.isEmpty() && body.text().isEmpty();
    }

    /** What a file is. */
    public enum Kind {
        /** Pages to be looked at, each with a text of its own. */
        SLIDES,
        /** A text that runs on through its pages. */
        TEXT
    }

    /**
     * What a file says as a whole.
     *
     * @param properties what it says of itself: {@code title}, {@code author} and so on, in this order
     * @param text of a text document, as Markdown with headings from level 1; empty for slides
     */
    public record Body(Kind kind, Map<String, String> properties, String text) {
        public static final Body NONE = new Body(Kind.SLIDES, Map.of(), "");
    }
}

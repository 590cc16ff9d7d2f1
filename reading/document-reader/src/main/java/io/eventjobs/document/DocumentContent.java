package io.eventjobs.document;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was read of a document. Immutable.
 *
 * @param body kind, properties and running text
 * @param slides in order: slides with their texts, or the pages of a text document; empty if there are no images of its pages
 * @param pictures files that the Markdown refers to by their index in this list, as {@code asset:0} and so on
 * @param warnings what is missing and why, one sentence each
 * @param isComplete whether everything that was requested is there: then reading it again would give the same
 */
public record DocumentContent(
        Body body, List<Slide> slides, List<Path> pictures, List<String> warnings, boolean isComplete) {
    public DocumentContent {
        slides = List.copyOf(slides);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    /** Of a file that cannot be read, for the reason that the warning names. */
    public static DocumentContent unreadable(String warning) {
        return new DocumentContent(Body.NONE, List.of(), List.of(), List.of(warning), false);
    }

    /** All files that belong to the content: the images of pages, then the pictures. */
    public List<Path> files() {
        return Stream.concat(slides.stream().flatMap(slide -> slide.view().files().stream()), pictures.stream())
                .toList();
    }

    /** All texts, as Markdown: of each slide its text and its notes, then the running text. */
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

    /** Whether there is neither a slide nor text. */
    public boolean isEmpty() {
        return slides.isEmpty() && body.text().isEmpty();
    }

    /** What kind of document a file is. */
    public enum Kind {
        /** Slides, each with a text of its own. */
        SLIDES,
        /** A text that runs through its pages. */
        TEXT
    }

    /**
     * What a document says as a whole.
     *
     * @param properties its metadata: {@code title}, {@code author} and so on, in this order; only those that it has
     * @param text of a text document, as Markdown with headings from level 1; empty for slides
     */
    public record Body(Kind kind, Map<String, String> properties, String text) {
        /** Of a file of which nothing is known. */
        public static final Body NONE = new Body(Kind.SLIDES, Map.of(), "");
    }
}

package io.eventjobs.document;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The content read from a document. Immutable.
 *
 * @param body kind, properties and running text
 * @param slides in order: slides with their texts, or the page images of a text document; empty if no page images exist
 * @param pictures files that the Markdown refers to by their index in this list, as {@code asset:0} and so on
 * @param warnings what is missing and why, one sentence each
 * @param isComplete whether everything requested was read: reading again would give the same result
 */
public record DocumentContent(
        Body body, List<Slide> slides, List<Path> pictures, List<String> warnings, boolean isComplete) {
    public DocumentContent {
        slides = List.copyOf(slides);
        pictures = List.copyOf(pictures);
        warnings = List.copyOf(warnings);
    }

    /** The content of an unreadable file; the warning names the reason. */
    public static DocumentContent unreadable(String warning) {
        return new DocumentContent(Body.NONE, List.of(), List.of(), List.of(warning), false);
    }

    /** All files that belong to the content: the page images, then the pictures. */
    public List<Path> files() {
        return Stream.concat(slides.stream().flatMap(slide -> slide.view().files().stream()), pictures.stream())
                .toList();
    }

    /** All texts as Markdown: text and notes of each slide, then the running text. */
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

    /** Whether there are neither slides nor text. */
    public boolean isEmpty() {
        return slides.isEmpty() && body.text().isEmpty();
    }

    /** The kind of a document. */
    public enum Kind {
        /** Slides, each with its own text. */
        SLIDES,
        /** Text that runs across pages. */
        TEXT
    }

    /**
     * The parts of a document that do not belong to a single page.
     *
     * @param properties metadata such as {@code title} and {@code author}, in this order; only those present
     * @param text the running text of a text document, as Markdown with headings from level 1; empty for slides
     */
    public record Body(Kind kind, Map<String, String> properties, String text) {
        /** For a file about which nothing is known. */
        public static final Body NONE = new Body(Kind.SLIDES, Map.of(), "");
    }
}

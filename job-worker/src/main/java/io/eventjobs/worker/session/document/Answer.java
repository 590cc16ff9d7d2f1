package io.eventjobs.worker.session.document;

import java.util.List;

/** The answer of a language model to a field of a template, as plain text. */
public sealed interface Answer {
    /** A text; paragraphs are separated by line feeds. */
    record Words(String text) implements Answer {}

    record Number(long value) implements Answer {}

    /** Texts of one line each. */
    record Items(List<String> texts) implements Answer {
        public Items {
            texts = List.copyOf(texts);
        }
    }

    record Sections(List<Section> sections) implements Answer {
        public Sections {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A part of a longer answer.
     *
     * @param heading on one line
     * @param text paragraphs, separated by line feeds
     */
    record Section(String heading, String text) {}
}

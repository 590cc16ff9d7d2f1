package io.eventjobs.template;

import java.util.List;

/** The form of an answer. Characters are counted as {@link String#length} does. */
public sealed interface FieldType {
    /**
     * One or a few paragraphs.
     *
     * @param maxLength characters in all
     */
    record Text(int maxLength) implements FieldType {}

    /** One line of at most so many characters. */
    record Line(int maxLength) implements FieldType {}

    /** At most so many lines of at most so many characters each. */
    record Lines(int max, int maxLength) implements FieldType {}

    /** At most so many sections, each with a heading and a text of at most so many characters. */
    record Sections(int max, int maxLength) implements FieldType {}

    /** At most so many words to find a document by. */
    record Tags(int max) implements FieldType {}

    /** One of these words. */
    record Choice(List<String> of) implements FieldType {
        public Choice {
            of = List.copyOf(of);
        }
    }

    /** A whole number within bounds. */
    record Number(int min, int max) implements FieldType {}

    /** As it is called in a template. */
    default String word() {
        return switch (this) {
            case Text text -> "text";
            case Line line -> "line";
            case Lines lines -> "list";
            case Sections sections -> "sections";
            case Tags tags -> "tags";
            case Choice choice -> "choice";
            case Number number -> "number";
        };
    }
}

package io.eventjobs.template;

import java.util.List;

/** The type of a field's answer. Characters are counted as by {@link String#length}. */
public sealed interface FieldType {
    /**
     * One or more paragraphs.
     *
     * @param maxLength maximum number of characters
     */
    record Text(int maxLength) implements FieldType {}

    /** One line of at most {@code maxLength} characters. */
    record Line(int maxLength) implements FieldType {}

    /** At most {@code max} lines of at most {@code maxLength} characters each. */
    record Lines(int max, int maxLength) implements FieldType {}

    /** At most {@code max} sections, each with a heading and a text of at most {@code maxLength} characters. */
    record Sections(int max, int maxLength) implements FieldType {}

    /** At most {@code max} tags by which the document can be found. */
    record Tags(int max) implements FieldType {}

    /** One of these words. */
    record Choice(List<String> of) implements FieldType {
        public Choice {
            of = List.copyOf(of);
        }
    }

    /** An integer from {@code min} to {@code max}. */
    record Number(int min, int max) implements FieldType {}

    /** The type's name in a template. */
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

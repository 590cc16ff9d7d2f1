package io.eventjobs.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables available to every template's body, in addition to the template's own fields. */
public final class Variables {
    /** The variable with the document's own words in its language, e.g. {@code {{labels.transcript}}}. */
    public static final String LABELS = "labels";

    /** The keys of {@link #LABELS}. */
    public static final Set<String> LABEL_KEYS = Set.of(
            "abstract",
            "summary",
            "highlights",
            "speakers",
            "slides",
            "slide",
            "documents",
            "chapters",
            "transcript",
            "links");

    /** Keys of the front matter, reserved so that no field replaces them. */
    private static final Set<String> FRONT_MATTER = Set.of(
            "attachments",
            "target_language",
            "translated",
            "translated_by",
            "original_title",
            "generated_by",
            "transcript_source",
            "transcribed_by",
            "template",
            "warnings");

    private static final Map<String, Shape> KNOWN = known();

    private Variables() {}

    /** The shape of a variable's value. */
    sealed interface Shape {
        /** A string, or blocks of Markdown. */
        record Text() implements Shape {}

        /** A list of strings, each rendered with {@code {{.}}}. */
        record Texts() implements Shape {}

        /** A list of maps with these keys. */
        record Things(List<String> parts) implements Shape {
            public Things {
                parts = List.copyOf(parts);
            }
        }
    }

    /** The names of all variables, without fields and {@link #LABELS}. */
    public static Set<String> names() {
        return KNOWN.keySet();
    }

    static boolean isReserved(String name) {
        return KNOWN.containsKey(name) || FRONT_MATTER.contains(name) || name.equals(LABELS);
    }

    /** All variables and the fields of a template. */
    static Map<String, Shape> with(List<TemplateField> fields) {
        Map<String, Shape> all = new LinkedHashMap<>(KNOWN);
        fields.forEach(field -> all.put(field.name(), shape(field.type())));
        return all;
    }

    private static Shape shape(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> new Shape.Text();
            case FieldType.Line line -> new Shape.Text();
            case FieldType.Choice choice -> new Shape.Text();
            case FieldType.Number number -> new Shape.Text();
            case FieldType.Lines lines -> new Shape.Texts();
            case FieldType.Tags tags -> new Shape.Texts();
            case FieldType.Sections sections -> new Shape.Things(List.of("heading", "text"));
        };
    }

    private static Map<String, Shape> known() {
        Map<String, Shape> known = new LinkedHashMap<>();
        for (String name : List.of("title", "event", "track", "when", "day", "date", "start", "end", "room")) {
            known.put(name, new Shape.Text());
        }
        known.put("speakers", new Shape.Texts());
        for (String name : List.of("url", "video", "language", "source_language", "target")) {
            known.put(name, new Shape.Text());
        }
        for (String block :
                List.of("facts", "content", "biographies", "slides", "documents", "chapters", "transcript", "links")) {
            known.put(block, new Shape.Text());
        }
        known.put("slide_list", new Shape.Things(List.of("number", "image", "text", "notes")));
        known.put("chapter_list", new Shape.Things(List.of("time", "title")));
        known.put("passages", new Shape.Things(List.of("chapter", "time", "speaker", "text")));
        return known;
    }
}

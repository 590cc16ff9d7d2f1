package io.eventjobs.markdown.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text divided into segments and the parts between them. Immutable.
 *
 * @param parts in order; concatenated they are the text
 */
public record SegmentedText(List<Part> parts) {
    public SegmentedText {
        parts = List.copyOf(parts);
    }

    /** A part of the text. */
    sealed interface Part {
        String raw();

        /** Copied unchanged. */
        record Verbatim(String raw) implements Part {}

        /** Can be translated. */
        record Translatable(String raw, Segment segment) implements Part {}
    }

    /** For text without markup, on one line. */
    public static SegmentedText ofPlain(String text) {
        Builder builder = new Builder(text);
        builder.words(0, text.length(), InlineText.ofPlain(text));
        return builder.text();
    }

    /** The text of all segments without placeholders, for language detection. */
    public String words() {
        return segments().stream()
                .map(segment -> Placeholders.removed(segment.text()))
                .collect(Collectors.joining("\n"));
    }

    /** The translatable parts, in order. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Translatable words) {
                segments.add(words.segment());
            }
        }
        return segments;
    }

    /** The text with the given translations; segments without one, and everything else, remain byte for byte unchanged. */
    public String with(Map<String, String> translations) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Verbatim fixed -> text.append(fixed.raw());
                case Part.Translatable words -> text.append(written(words, translations));
            }
        }
        return text.toString();
    }

    private static String written(Part.Translatable words, Map<String, String> translations) {
        String translated = translations.get(words.segment().text());
        // A translation equal to its text leaves the source unchanged, including its escapes and spaces.
        if (translated == null || translated.equals(words.segment().text())) {
            return words.raw();
        }
        String written = words.segment().written(translated);
        return words.segment().keepsShape(written) ? written : words.raw();
    }

    /** Collects the parts in source order. */
    static final class Builder {
        private final String source;
        private final List<Part> parts = new ArrayList<>();
        private int end;

        Builder(String source) {
            this.source = source;
        }

        /** Adds a segment between two positions; the source since the previous segment is copied unchanged. */
        void words(int from, int to, Segment segment) {
            if (from < end || to < from || !segment.hasWords()) {
                return;
            }
            if (from > end) {
                parts.add(new Part.Verbatim(source.substring(end, from)));
            }
            parts.add(new Part.Translatable(source.substring(from, to), segment));
            end = to;
        }

        SegmentedText text() {
            List<Part> all = new ArrayList<>(parts);
            if (end < source.length()) {
                all.add(new Part.Verbatim(source.substring(end)));
            }
            return new SegmentedText(all);
        }
    }
}

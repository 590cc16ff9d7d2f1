package io.eventjobs.markdown.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A text in its segments and in what stands between them.
 *
 * @param pieces in their order; together they are the text
 */
public record SegmentedText(List<Piece> pieces) {
    public SegmentedText {
        pieces = List.copyOf(pieces);
    }

    /** A part of the text. */
    sealed interface Piece {
        String raw();

        /** Stays as it is. */
        record Fixed(String raw) implements Piece {}

        /** Can be translated. */
        record Words(String raw, Segment segment) implements Piece {}
    }

    /** Text without markup, on one line. */
    public static SegmentedText ofPlain(String text) {
        Gathering gathering = new Gathering(text);
        gathering.words(0, text.length(), InlineText.ofPlain(text));
        return gathering.text();
    }

    /** The words of it, without marks: to find out the language. */
    public String words() {
        return segments().stream().map(segment -> Placeholders.removed(segment.text())).collect(Collectors.joining("\n"));
    }

    /** What can be translated, in its order. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Words words) {
                segments.add(words.segment());
            }
        }
        return segments;
    }

    /** The text with translations in place of the texts that have one; all else is byte by byte as it was. */
    public String with(Map<String, String> translations) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed fixed -> text.append(fixed.raw());
                case Piece.Words words -> text.append(written(words, translations));
            }
        }
        return text.toString();
    }

    private static String written(Piece.Words words, Map<String, String> translations) {
        String translated = translations.get(words.segment().text());
        // What was translated by itself stays byte by byte: its escapes and spaces are as good as ours.
        if (translated == null || translated.equals(words.segment().text())) {
            return words.raw();
        }
        String written = words.segment().written(translated);
        return words.segment().keepsShape(written) ? written : words.raw();
    }

    /** Fits pieces together, in the order in which they are found. */
    static final class Gathering {
        private final String source;
        private final List<Piece> pieces = new ArrayList<>();
        private int end;

        Gathering(String source) {
            this.source = source;
        }

        /** Words from one place in the source to another; what is before them and was not said stays as it is. */
        void words(int from, int to, Segment segment) {
            if (from < end || to < from || !segment.hasWords()) {
                return;
            }
            if (from > end) {
                pieces.add(new Piece.Fixed(source.substring(end, from)));
            }
            pieces.add(new Piece.Words(source.substring(from, to), segment));
            end = to;
        }

        SegmentedText text() {
            List<Piece> all = new ArrayList<>(pieces);
            if (end < source.length()) {
                all.add(new Piece.Fixed(source.substring(end)));
            }
            return new SegmentedText(all);
        }
    }
}

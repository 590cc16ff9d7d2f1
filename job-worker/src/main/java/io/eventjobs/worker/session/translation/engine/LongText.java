package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.markdown.segment.Placeholders;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text that is too long for one call, between sentences, else between words. Pairs of marks are never split. */
final class LongText {
    private LongText() {}

    /** Pieces that, joined, are the text. Where it cannot be split, a piece is longer than the maximum. */
    static List<String> pieces(String text, LanguageTag language, int max) {
        if (text.length() <= max) {
            return List.of(text);
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language.value()));
        sentences.setText(text);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > max) {
            int end = cut(text, start, start + max, sentences, !language.hasSpaces());
            pieces.add(text.substring(start, end).strip());
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
        }
        pieces.add(text.substring(start).strip());
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    /** Joins pieces in this language, with spaces only if the language has them between sentences. */
    static String joined(List<String> pieces, LanguageTag language) {
        return String.join(language.hasSpaces() ? " " : "", pieces);
    }

    /** The last end of a sentence before the limit, else of a word, outside of all pairs of marks. */
    private static int cut(String text, int start, int limit, BreakIterator sentences, boolean anywhere) {
        for (int end = sentences.preceding(limit + 1); end > start; end = sentences.previous()) {
            if (isOutside(text, start, end)) {
                return end;
            }
        }
        for (int end = limit; end > start; end--) {
            if (isBetweenWords(text, end, anywhere) && isOutside(text, start, end)) {
                return end;
            }
        }
        int end = limit;
        while (end < text.length() && !(isBetweenWords(text, end, anywhere) && isOutside(text, start, end))) {
            end++;
        }
        return end;
    }

    /** In a language without spaces, the text may be split between any two characters. */
    private static boolean isBetweenWords(String text, int at, boolean anywhere) {
        return text.charAt(at) == ' ' || anywhere && !Character.isLowSurrogate(text.charAt(at));
    }

    /** Whether every mark that opens before the end is closed there, and no mark is split. */
    private static boolean isOutside(String text, int start, int end) {
        String piece = text.substring(start, end);
        String rest = text.substring(end);
        if (piece.lastIndexOf('⟦') > piece.lastIndexOf('⟧')) {
            return false;
        }
        return Placeholders.in(piece).stream()
                .filter(mark -> !mark.startsWith("⟦/"))
                .noneMatch(mark -> rest.contains("⟦/" + mark.substring(1)));
    }
}

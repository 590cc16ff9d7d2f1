package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.markdown.segment.Placeholders;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text that is too long for one call, at the ends of sentences, else between words. Marks that belong together stay so. */
final class LongText {
    private LongText() {}

    /** Pieces that, joined, are the text. Where it cannot be cut, a piece is longer than wanted. */
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

    /** The pieces in this language as one text; there are no spaces where it has none between sentences. */
    static String joined(List<String> pieces, LanguageTag language) {
        return String.join(language.hasSpaces() ? " " : "", pieces);
    }

    /** The last place before the limit where a sentence ends, else a word does, outside of every pair of marks. */
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

    /** Where a language has no spaces, any two characters may be parted. */
    private static boolean isBetweenWords(String text, int at, boolean anywhere) {
        return text.charAt(at) == ' ' || anywhere && !Character.isLowSurrogate(text.charAt(at));
    }

    /** Whether what is before the end has a closing mark for each that opens there, and no half of a mark. */
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

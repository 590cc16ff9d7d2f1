package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of a cue, to be compared with the words of an overlapping segment.
 *
 * @param key by which it is compared: its letters and digits in lower case; empty if it has none
 * @param atMillis its estimated time, as if its cue was spoken evenly
 * @param cue index of its cue
 * @param start its start in the text of the cue
 * @param end its end there
 */
record SpokenWord(String key, long atMillis, int cue, int start, int end) {
    /** Words in order. In scripts without spaces each character counts as a word. */
    static List<SpokenWord> of(List<Cue> cues) {
        List<SpokenWord> words = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            add(cues.get(i), i, words);
        }
        return words;
    }

    private static void add(Cue cue, int index, List<SpokenWord> words) {
        String text = cue.text();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            if (!text.substring(start, end).isBlank()) {
                long span = cue.endMillis() - cue.startMillis();
                long at = cue.startMillis() + span * start / text.length();
                words.add(new SpokenWord(key(text.substring(start, end)), at, index, start, end));
            }
            start = end;
        }
    }

    private static int end(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (Character.isWhitespace(first) || isWordByItself(first)) {
            return end;
        }
        while (end < text.length()) {
            int next = text.codePointAt(end);
            if (Character.isWhitespace(next) || isWordByItself(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    private static boolean isWordByItself(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI;
    }

    private static String key(String word) {
        StringBuilder key = new StringBuilder(word.length());
        word.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}

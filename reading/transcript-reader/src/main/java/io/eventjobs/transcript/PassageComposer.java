package io.eventjobs.transcript;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Joins cues into paragraphs. A new one starts after a pause, at a new speaker or chapter, or, once it is long, at the end of a sentence.
 */
final class PassageComposer {
    private static final long PAUSE_MILLIS = 2_000;
    /** A paragraph of this length ends with the sentence; one of {@link #TOO_LONG} ends with the cue. */
    private static final int LONG = 500;

    private static final int TOO_LONG = 1_500;
    /** Shorter paragraphs are ended by a long pause only. */
    private static final int SHORT = 80;

    private static final long LONG_PAUSE_MILLIS = 10_000;

    private static final String SENTENCE_ENDS = ".?!。！？…";

    private final Chapters chapters;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Long startMillis;
    private @Nullable String voice;
    private long endMillis;

    /** @param chapters whose boundaries end a paragraph */
    PassageComposer(Chapters chapters) {
        this.chapters = chapters;
    }

    /** Adds the next cue. */
    void add(Cue cue) {
        if (!text.isEmpty() && endsBefore(cue)) {
            end();
        }
        if (text.isEmpty()) {
            startMillis = cue.startMillis();
            voice = cue.voice();
        }
        append(cue.text().replace('\n', ' '));
        endMillis = cue.endMillis();
    }

    /** Starts a new speaker in text without times. */
    void begin(String other) {
        end();
        voice = other;
    }

    /** Adds a line of text without times; a blank line ends the paragraph. */
    void addLine(String line) {
        String stripped = CueText.oneSpaced(line);
        if (stripped.isEmpty()) {
            end();
            return;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(stripped);
        int start = sentences.first();
        for (int next = sentences.next(); next != BreakIterator.DONE; next = sentences.next()) {
            if (text.length() >= LONG && endsSentence() || text.length() >= TOO_LONG) {
                end();
            }
            append(stripped.substring(start, next).strip());
            start = next;
        }
    }

    /** Ends the last paragraph and returns all; call once, at the end. */
    List<Passage> passages() {
        end();
        return passages;
    }

    private boolean endsBefore(Cue cue) {
        boolean pause = cue.startMillis() - endMillis >= (text.length() < SHORT ? LONG_PAUSE_MILLIS : PAUSE_MILLIS);
        boolean otherVoice = cue.voice() != null && (cue.voice().isEmpty() || !Objects.equals(voice, cue.voice()));
        boolean otherChapter = startMillis != null && chapters.at(startMillis) != chapters.at(cue.startMillis());
        return pause
                || otherVoice
                || otherChapter
                || text.length() >= TOO_LONG
                || text.length() >= LONG && endsSentence();
    }

    private boolean endsSentence() {
        String closing = text.substring(Math.max(0, text.length() - 2));
        return closing.chars().anyMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
    }

    private void append(String more) {
        if (!text.isEmpty() && !more.isEmpty() && !joinsWithoutSpace(text.charAt(text.length() - 1), more.charAt(0))) {
            text.append(' ');
        }
        text.append(more);
    }

    /** Chinese and Japanese are written without spaces between words. */
    private static boolean joinsWithoutSpace(char last, char first) {
        return isUnspaced(last) && isUnspaced(first);
    }

    private static boolean isUnspaced(char c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || c >= '\u3000' && c <= '\u303f';
    }

    private void end() {
        if (!text.isEmpty()) {
            boolean isNamed = voice != null && !voice.isEmpty();
            passages.add(new Passage(startMillis, isNamed ? voice : null, text.toString()));
        }
        text.setLength(0);
        startMillis = null;
        voice = null;
    }
}

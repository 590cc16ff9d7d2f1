package io.eventjobs.schedule;

import io.eventjobs.encoding.Surrogates;
import org.jspecify.annotations.Nullable;

/** Removes control characters from texts and bounds their length. */
final class CleanText {
    private static final int MAX_LINE_LENGTH = 2_000;
    private static final int MAX_BLOCK_LENGTH = 100_000;

    private CleanText() {}

    /** On one line; null if empty. */
    static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LINE_LENGTH));
        for (int i = 0; i < text.length() && line.length() < MAX_LINE_LENGTH; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (isText(c)) {
                line.append(c);
            }
        }
        String found = line.toString().strip();
        return found.isEmpty() ? null : Surrogates.replaceUnpaired(found);
    }

    /** As {@link #line}, for words that people read, in which many programs leave character references of HTML. */
    static @Nullable String words(@Nullable String text) {
        String found = line(text);
        return found == null ? null : line(CharacterReferences.decoded(found));
    }

    /** With its line breaks; null if empty. */
    static @Nullable String block(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        StringBuilder block = new StringBuilder(Math.min(text.length(), MAX_BLOCK_LENGTH));
        for (int i = 0; i < text.length() && block.length() < MAX_BLOCK_LENGTH; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t' || isText(c)) {
                block.append(c);
            } else if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                block.append('\n');
            }
        }
        String found = block.toString().strip();
        return found.isEmpty() ? null : Surrogates.replaceUnpaired(found);
    }

    /** Drops control characters, including those that change text direction. */
    private static boolean isText(char c) {
        boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
        return !Character.isISOControl(c) && !turns && c != '\ufeff' && c < '\ufffe';
    }
}

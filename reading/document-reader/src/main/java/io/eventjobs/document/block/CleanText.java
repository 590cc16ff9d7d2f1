package io.eventjobs.document.block;

import java.util.function.IntPredicate;

/** Removes unreadable or misleading characters: controls, direction marks, private use. */
public final class CleanText {
    private CleanText() {}

    /** On one line, with space collapsed and trimmed. */
    public static String oneLine(String text) {
        return spaced(text).strip();
    }

    /** On one line, with space collapsed but not trimmed. */
    static String spaced(String text) {
        return spaced(text, CleanText::isSpace);
    }

    /** As a line of code, with all its spaces. */
    static String codeLine(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .filter(c -> !isUnreadable(c))
                .forEach(clean::appendCodePoint);
        return clean.toString().stripTrailing();
    }

    private static String spaced(String text, IntPredicate space) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean afterSpace = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (space.test(c)) {
                spaced.append(afterSpace ? "" : " ");
                afterSpace = true;
            } else if (!isUnreadable(c)) {
                spaced.appendCodePoint(c);
                afterSpace = false;
            }
        }
        return spaced.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\u000b';
    }

    /** Fonts without a Unicode mapping yield private-use characters. */
    private static boolean isUnreadable(int c) {
        int type = Character.getType(c);
        boolean joins = c == '\u200d' || c == '\u200c';
        return Character.isISOControl(c)
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.FORMAT && !joins
                || c == '\ufffd';
    }
}

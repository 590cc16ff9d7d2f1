package io.eventjobs.encoding;

/** Halves of surrogate pairs that stand alone, as escapes such as {@code \\ud83d} make them; no encoding can express them. */
public final class Surrogates {
    private static final char REPLACEMENT = '\ufffd';

    private Surrogates() {}

    /** The text with each unpaired surrogate replaced by U+FFFD; the same object if there is none. */
    public static String replaceUnpaired(String text) {
        int at = unpaired(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (; at >= 0; at = unpaired(text, at + 1)) {
            whole.setCharAt(at, REPLACEMENT);
        }
        return whole.toString();
    }

    /** Whether the text has an unpaired surrogate. */
    public static boolean hasUnpaired(String text) {
        return unpaired(text, 0) >= 0;
    }

    /** Index of the first unpaired surrogate from {@code start}, or -1. */
    private static int unpaired(String text, int start) {
        for (int at = start; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (at + 1 >= text.length() || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }
}

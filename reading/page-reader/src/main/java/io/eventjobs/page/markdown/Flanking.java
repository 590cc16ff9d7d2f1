package io.eventjobs.page.markdown;

/** CommonMark's rules for the characters next to a delimiter of emphasis. */
final class Flanking {
    /** Punctuation that may be part of Markdown, and so is not parted from what it stands beside. */
    private static final String MARKUP = "*_`[]<>&~!|#$";

    private Flanking() {}

    /** CommonMark's rule for a left-flanking delimiter run. */
    static boolean opens(int before, String core) {
        int next = core.codePointAt(beyondMarks(core, 0, 1));
        return !isSpace(next) && (!isPunctuation(next) || isSpace(before) || isPunctuation(before));
    }

    /** Whether an opening delimiter could be read as closing the enclosing emphasis. */
    static boolean ends(int before, String core) {
        int next = core.codePointAt(beyondMarks(core, 0, 1));
        return !isSpace(before) && (!isPunctuation(before) || isPunctuation(next));
    }

    /** CommonMark's rule for a right-flanking delimiter run. */
    static boolean closes(String core, int after) {
        int last = core.codePointBefore(beyondMarks(core, core.length() - 1, -1) + 1);
        return !isSpace(last) && (!isPunctuation(last) || isSpace(after) || isPunctuation(after));
    }

    private static int beyondMarks(String core, int from, int step) {
        int at = from;
        while (at + step >= 0 && at + step < core.length() && core.charAt(at) == '*') {
            at += step;
        }
        return at;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /** Length of the punctuation that starts the text, at most {@code max} characters of it, as far as it is no markup. */
    static int leadingPunctuation(String text, int max) {
        int at = 0;
        for (int taken = 0; taken < max && at < text.length(); taken++) {
            boolean isEscaped = text.charAt(at) == '\\' && at + 1 < text.length();
            int sign = text.codePointAt(isEscaped ? at + 1 : at);
            if (!isEscaped && !isPlainPunctuation(sign)) {
                break;
            }
            at += Character.charCount(sign) + (isEscaped ? 1 : 0);
        }
        return at;
    }

    /** Where the punctuation that ends the text starts, at most {@code max} characters of it, as far as it is no markup. */
    static int trailingPunctuation(String text, int start, int max) {
        int end = text.length();
        for (int taken = 0; taken < max && end > start; taken++) {
            int sign = text.codePointBefore(end);
            int from = end - Character.charCount(sign);
            int backslashes = 0;
            while (from - backslashes > start && text.charAt(from - backslashes - 1) == '\\') {
                backslashes++;
            }
            boolean isEscaped = backslashes % 2 == 1;
            if (!isEscaped && !isPlainPunctuation(sign) || isEscaped && !isPunctuation(sign)) {
                break;
            }
            end = from - (isEscaped ? 1 : 0);
        }
        return end;
    }

    private static boolean isPlainPunctuation(int sign) {
        return isPunctuation(sign) && sign != '\\' && MARKUP.indexOf(sign) < 0;
    }
}

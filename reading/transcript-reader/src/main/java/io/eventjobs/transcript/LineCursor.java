package io.eventjobs.transcript;

/** Iterates over the lines of a text in both directions, with any line terminator; long lines are truncated. */
final class LineCursor {
    /** Longer than any line that could be read while it is displayed. */
    static final int MAX_LINE_LENGTH = 4_000;

    private final String text;
    private final int maxLength;
    private int position;

    LineCursor(String text) {
        this(text, MAX_LINE_LENGTH);
    }

    LineCursor(String text, int maxLength) {
        this.text = text;
        this.maxLength = maxLength;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** The position of the next line. */
    int position() {
        return position;
    }

    void goBackTo(int earlier) {
        position = earlier;
    }

    String next() {
        int start = position;
        int end = start;
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        position = end + 1;
        if (position < text.length() && text.charAt(end) == '\r' && text.charAt(position) == '\n') {
            position++;
        }
        return text.substring(start, end - start > maxLength ? start + maxLength : end);
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}

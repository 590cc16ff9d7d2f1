package io.eventjobs.transcript;

/** Goes through a text line by line, whatever ends the lines, and back; a long line is cut. */
final class LineCursor {
    /** More than any line that a person could read in its time; the rest of a longer one is left out. */
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

    /** Where the next line begins. */
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

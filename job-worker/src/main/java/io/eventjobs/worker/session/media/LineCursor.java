package io.eventjobs.worker.session.media;

/** Goes through a text line by line, whatever ends the lines, and back; a long line is cut. */
final class LineCursor {
    /** More than any line that a person could read in its time; the rest of a longer one is left out. */
    static final int LONGEST_LINE = 4_000;

    private final String text;
    private final int longest;
    private int position;

    LineCursor(String text) {
        this(text, LONGEST_LINE);
    }

    LineCursor(String text, int longest) {
        this.text = text;
        this.longest = longest;
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
        return text.substring(start, end - start > longest ? start + longest : end);
    }

    private static boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }
}

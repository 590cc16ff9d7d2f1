package io.eventjobs.worker.session.slides;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Takes the text of a page up to a bound, and makes it readable. */
final class SlideText extends Writer {
    private static final int LONGEST = 20_000;

    private final StringBuilder raw = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) {
        raw.append(characters, offset, Math.min(length, LONGEST - raw.length()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Without control characters, runs of spaces and more than one blank line between others. */
    String readable() {
        List<String> lines = new ArrayList<>();
        for (String line : raw.toString().split("\n")) {
            String clean = spaced(line);
            boolean blankAgain =
                    clean.isEmpty() && (lines.isEmpty() || lines.getLast().isEmpty());
            if (!blankAgain) {
                lines.add(clean);
            }
        }
        return String.join("\n", lines).strip();
    }

    private static String spaced(String line) {
        StringBuilder spaced = new StringBuilder(line.length());
        boolean pending = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || isUnreadable(c)) {
                pending = true;
            } else {
                spaced.append(pending && !spaced.isEmpty() ? " " : "").append(c);
                pending = false;
            }
        }
        return spaced.toString();
    }

    /** Fonts without a mapping to Unicode come out as private characters. */
    private static boolean isUnreadable(char c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.PRIVATE_USE
                || c == '\ufffd'
                || c == '\ufeff';
    }
}

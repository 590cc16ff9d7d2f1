package io.eventjobs.transcript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads WebVTT like the parser of the W3C specification: unknown constructs are skipped, never fatal, and a block without a timing line
 * (comment, style, region) yields no cue. Times may be spelled as in any {@link CueTiming}, which is more than the specification allows.
 * Linear in the text.
 */
final class WebVttParser {
    private static final String SIGNATURE = "WEBVTT";
    private static final int MAX_CUE_LENGTH = 20_000;

    private final LineCursor lines;
    private final CueCollector cues = new CueCollector();

    private WebVttParser(String text) {
        this.lines = new LineCursor(text);
    }

    static boolean isWebVtt(String text) {
        if (!text.startsWith(SIGNATURE)) {
            return false;
        }
        return text.length() == SIGNATURE.length() || " \t\r\n".indexOf(text.charAt(SIGNATURE.length())) >= 0;
    }

    /** The cues in order; requires {@link #isWebVtt}. */
    static ParsedCues parse(String text) {
        return new WebVttParser(text).cues();
    }

    private ParsedCues cues() {
        lines.next();
        readBlock(true);
        while (!lines.atEnd() && !cues.isFull()) {
            readBlock(false);
        }
        return cues.parsed();
    }

    /** Reads one block: an optional identifier, a timing line, text. A second timing line starts the next block. */
    private void readBlock(boolean header) {
        @Nullable CueTiming timing = null;
        boolean arrowSeen = false;
        boolean isComment = false;
        StringBuilder text = new StringBuilder();
        for (int number = 1; !lines.atEnd(); number++) {
            int start = lines.position();
            String line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            Optional<CueTiming> read = CueTiming.withArrow(line);
            if (read.isEmpty() && !CueTiming.hasArrow(line)) {
                append(text, line);
            } else if (!header && !arrowSeen && number <= 2) {
                arrowSeen = true;
                isComment = line.startsWith("NOTE");
                timing = read.orElse(null);
                text.setLength(0);
            } else {
                lines.goBackTo(start);
                break;
            }
        }
        if (timing != null) {
            cues.add(timing, text.toString());
        } else if (arrowSeen && !isComment && !text.isEmpty()) {
            cues.addMalformed();
        }
    }

    private static void append(StringBuilder text, String line) {
        if (text.length() < MAX_CUE_LENGTH) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
    }
}

package io.eventjobs.transcript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads SubViewer and the form of it that YouTube exports (.sbv): a line with two times, then the text, in which {@code [br]} breaks lines.
 * Linear in the text.
 */
final class SubViewerParser {
    private static final int LINES_TO_JUDGE_BY = 40;
    private static final int MAX_CUE_LENGTH = 20_000;

    private final CueCollector cues = new CueCollector();
    private final StringBuilder text = new StringBuilder();
    private @Nullable CueTiming timing;

    private SubViewerParser() {}

    /** Whether one of the first lines is a timing line. */
    static boolean isSubViewer(String text) {
        LineCursor lines = new LineCursor(text);
        for (int i = 0; i < LINES_TO_JUDGE_BY && !lines.atEnd(); i++) {
            if (CueTiming.withComma(lines.next()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static ParsedCues parse(String text) {
        return new SubViewerParser().cues(new LineCursor(text));
    }

    private ParsedCues cues(LineCursor lines) {
        while (!lines.atEnd() && !cues.isFull()) {
            String line = lines.next();
            Optional<CueTiming> next = CueTiming.withComma(line);
            if (next.isPresent()) {
                endCue();
                timing = next.get();
            } else if (text.length() < MAX_CUE_LENGTH) {
                text.append(line.replace("[br]", "\n")).append('\n');
            }
        }
        endCue();
        return cues.parsed();
    }

    private void endCue() {
        if (timing != null) {
            cues.add(timing, text.toString());
        }
        text.setLength(0);
    }
}

package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads SubRip (.srt), which has no specification: everything between two timing lines is the text of the first, except for the number that
 * precedes the second. Missing numbers, missing blank lines and blank lines within a text are therefore harmless. Linear in the text.
 */
final class SubRipParser {
    private static final int LINES_TO_JUDGE_BY = 20;
    private static final int MAX_LINES_PER_CUE = 50;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final CueCollector cues = new CueCollector();
    private final List<String> text = new ArrayList<>();
    private @Nullable CueTiming timing;

    private SubRipParser() {}

    /** Whether one of the first lines is a timing line. */
    static boolean isSubRip(String text) {
        LineCursor lines = new LineCursor(text);
        for (int i = 0; i < LINES_TO_JUDGE_BY && !lines.atEnd(); i++) {
            if (CueTiming.withArrow(lines.next()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static ParsedCues parse(String text) {
        return new SubRipParser().cues(new LineCursor(text));
    }

    private ParsedCues cues(LineCursor lines) {
        while (!lines.atEnd() && !cues.isFull()) {
            String line = lines.next().strip();
            Optional<CueTiming> next = CueTiming.withArrow(line);
            if (next.isPresent() || CueTiming.isMeant(line)) {
                dropNumber();
                endCue();
                timing = next.orElse(null);
                if (next.isEmpty()) {
                    cues.addMalformed();
                }
            } else if (text.size() < MAX_LINES_PER_CUE) {
                text.add(line);
            }
        }
        endCue();
        return cues.parsed();
    }

    private void dropNumber() {
        if (!text.isEmpty() && NUMBER.matcher(text.getLast()).matches()) {
            text.removeLast();
        }
    }

    private void endCue() {
        if (timing != null) {
            cues.add(timing, String.join("\n", text));
        }
        text.clear();
    }
}

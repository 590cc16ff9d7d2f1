package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads SubRip (.srt), which has no specification: everything between two timing lines is the text of the first, except for the number that
 * precedes the second. Missing numbers, missing blank lines and blank lines within a text are therefore harmless. Linear in the text.
 */
final class SubRipParser {
    private static final int LINES_TO_JUDGE_BY = 20;
    private static final int MAX_LINES_PER_CUE = 50;
    private static final Pattern NUMBER = Pattern.compile("\\p{Cf}*+(\\d{1,9})\\p{Cf}*+");

    private final CueCollector cues = new CueCollector();
    private final List<String> text = new ArrayList<>();
    private @Nullable CueTiming timing;
    private int number;

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

    /** Of a number with blank lines after it, as of a file whose lines end twice, only the next in order is one of the file. */
    private void dropNumber() {
        int last = text.size() - 1;
        while (last >= 0 && text.get(last).isEmpty()) {
            last--;
        }
        Matcher written = NUMBER.matcher(last < 0 ? "" : text.get(last));
        if (!written.matches()) {
            return;
        }
        int read = Integer.parseInt(written.group(1));
        if (last == text.size() - 1 || read == number + 1) {
            text.subList(last, text.size()).clear();
            number = read;
        }
    }

    private void endCue() {
        if (timing != null) {
            cues.add(timing, String.join("\n", text));
        }
        text.clear();
    }
}

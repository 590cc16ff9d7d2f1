package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds speakers in caption text by the conventions of captioners: {@code >>} for a change of speaker, {@code NAME:} before speech. A label
 * counts as a name if it precedes several lines or most lines have one, or if it follows {@code >>}. If every line of a cue starts with a dash, each line has a different
 * speaker.
 */
final class SpeakerTurns {
    /** The voice of an unnamed speaker, which is still a change of speaker. */
    static final String SOMEBODY = "";

    private static final int MIN_LINES = 2;

    /** Where this share of the lines has a label, as in files of video calls, each label is a name. */
    private static final double MOST = 0.6;

    private static final int MAX_LABELS = 60;
    private static final Pattern TURN = Pattern.compile(">{2,3}\\s*+(.*)");

    /** One to four words that start like names, optionally with a role in parentheses. */
    private static final Pattern LABEL = Pattern.compile(
            "((?:\\p{Lu}|\\p{Lo})[\\p{L}\\p{M}\\d.'’-]{1,29}+(?: (?:\\p{Lu}|\\d|\\p{Lo})[\\p{L}\\p{M}\\d.'’-]{0,29}+){0,3}"
                    + "(?: \\([\\p{L} ]{1,30}\\))?)(?: ?: ++|： *+)(.*)");

    private static final Pattern DASH = Pattern.compile("[-–—‐] ?(\\p{L}.*|[¿¡\"“«„].*)");

    private final Map<String, Integer> labels = new HashMap<>();

    private int lines;
    private int labelled;
    private @Nullable String speaking;

    private SpeakerTurns() {}

    /** Learns the labels of a text. */
    static SpeakerTurns in(List<String> text) {
        SpeakerTurns turns = new SpeakerTurns();
        text.forEach(turns::count);
        return turns;
    }

    /** The cues with voices, split where the speaker changes; unchanged if they already name voices. */
    static List<Cue> withVoices(List<Cue> cues) {
        if (cues.stream().anyMatch(cue -> cue.voice() != null)) {
            return cues;
        }
        SpeakerTurns turns =
                in(cues.stream().flatMap(cue -> lines(cue).stream()).toList());
        List<Cue> attributed = new ArrayList<>();
        cues.forEach(cue -> turns.add(cue, attributed));
        return attributed;
    }

    /** The turn that starts with a line; null if the speaker does not change. */
    @Nullable Turn turn(String line) {
        Matcher turn = TURN.matcher(line);
        boolean isMarked = turn.matches();
        String said = isMarked ? turn.group(1) : line;
        Matcher label = LABEL.matcher(said);
        if (label.matches() && labels.getOrDefault(label.group(1), 0) >= minLines()) {
            return new Turn(label.group(1), label.group(2));
        }
        return isMarked ? new Turn(SOMEBODY, said) : null;
    }

    private int minLines() {
        return lines > MIN_LINES && labelled >= lines * MOST ? 1 : MIN_LINES;
    }

    private void count(String line) {
        Matcher turn = TURN.matcher(line);
        boolean isMarked = turn.matches();
        Matcher label = LABEL.matcher(isMarked ? turn.group(1) : line);
        boolean isLabelled = label.matches();
        lines += line.isBlank() ? 0 : 1;
        labelled += isLabelled ? 1 : 0;
        if (isLabelled && (labels.size() < MAX_LABELS || labels.containsKey(label.group(1)))) {
            labels.merge(label.group(1), isMarked ? MIN_LINES : 1, Integer::sum);
        }
    }

    private void add(Cue cue, List<Cue> attributed) {
        List<String> open = new ArrayList<>();
        List<String> lines = lines(cue);
        boolean isDialogue = lines.size() > 1
                && lines.stream().allMatch(line -> DASH.matcher(line).matches());
        for (String line : lines) {
            Turn next = isDialogue ? new Turn(SOMEBODY, DASH.matcher(line).replaceFirst("$1")) : turn(line);
            if (next != null) {
                end(cue, open, attributed);
                speaking = next.voice();
            }
            open.add(next == null ? line : next.text());
        }
        end(cue, open, attributed);
    }

    private void end(Cue cue, List<String> open, List<Cue> attributed) {
        String text = String.join("\n", open).strip();
        if (!text.isEmpty()) {
            attributed.add(new Cue(cue.startMillis(), cue.endMillis(), speaking, text));
            speaking = SOMEBODY.equals(speaking) ? null : speaking;
        }
        open.clear();
    }

    private static List<String> lines(Cue cue) {
        return Arrays.asList(cue.text().split("\n"));
    }

    /**
     * A change of speaker.
     *
     * @param voice {@link #SOMEBODY} if unnamed
     */
    record Turn(String voice, String text) {}
}

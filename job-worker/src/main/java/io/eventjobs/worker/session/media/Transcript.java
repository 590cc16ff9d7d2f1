package io.eventjobs.worker.session.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as paragraphs with the time at which each begins.
 *
 * @param source where it is from, for people: an address, or that it was given
 */
public record Transcript(String source, List<Paragraph> paragraphs) {
    private static final Duration PAUSE = Duration.ofMillis(2_500);
    private static final int FULL = 500;
    private static final int LONGEST = 1_500;

    public Transcript {
        paragraphs = List.copyOf(paragraphs);
    }

    /** Joins cues to paragraphs: a new one after a pause, or at the end of a sentence when it is long enough. */
    public static Transcript ofCues(String source, List<Cue> cues) {
        List<Paragraph> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Duration start = Duration.ZERO;
        Duration lastEnd = Duration.ZERO;
        String lastText = "";
        for (Cue cue : cues) {
            String words = withoutRepetition(lastText, cue.text());
            boolean pause = cue.start().minus(lastEnd).compareTo(PAUSE) > 0;
            boolean full = text.length() > FULL && endsSentence(text) || text.length() > LONGEST;
            if (!text.isEmpty() && (pause || full)) {
                paragraphs.add(new Paragraph(start, text.toString()));
                text.setLength(0);
            }
            if (text.isEmpty()) {
                start = cue.start();
            }
            if (!words.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(words);
            }
            lastEnd = cue.end();
            lastText = cue.text();
        }
        if (!text.isEmpty()) {
            paragraphs.add(new Paragraph(start, text.toString()));
        }
        return new Transcript(source, paragraphs);
    }

    /** A text without times: its own paragraphs. */
    public static Transcript ofText(String source, String text) {
        List<Paragraph> paragraphs = text.replace("\r\n", "\n")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Paragraph(null, line))
                .toList();
        return new Transcript(source, paragraphs);
    }

    /** Captions that roll repeat the line before: only what is new counts. */
    private static String withoutRepetition(String before, String now) {
        if (before.isEmpty()) {
            return now;
        }
        if (before.endsWith(now)) {
            return "";
        }
        return now.startsWith(before) ? now.substring(before.length()).strip() : now;
    }

    private static boolean endsSentence(StringBuilder text) {
        return ".!?…。".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** @param start null where the source has no times */
    public record Paragraph(@Nullable Duration start, String text) {}
}

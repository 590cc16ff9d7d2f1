package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads chapter lists in video descriptions by the rules of common players: two or more consecutive lines that start with a time, the first
 * with 0:00, each later than the one before. Accepts text or Markdown; a time may be a link. Linear in the text.
 */
public final class ChapterLines {
    private static final int MIN_CHAPTERS = 2;
    private static final int MAX_LINE_LENGTH = 1_000;

    /** Characters allowed before a time: list markers, item numbers, brackets, bold. */
    private static final String BEFORE =
            "(?:[-*+•–—>\\s]{0,8}+|\\d{1,3}[.)]\\s{1,4}+)(?:\\*\\*|__)?\\\\?[\\[(]?\\\\?[\\[(]?";

    private static final String TIME = "(?:(\\d{1,2}):)?([0-5]?\\d):([0-5]\\d)(?:\\.\\d{1,3})?";
    /** Characters allowed between a time and a title: brackets, a link's address, bold, a range, a dash. */
    private static final String AFTER = "(?:\\s?[-–—]\\s?(?:\\d{1,2}:)?\\d{1,2}:\\d\\d)?\\\\?[\\])]?\\\\?[\\])]?"
            + "(?:\\([^\\s)]{1,500}\\))?(?:\\*\\*|__)?(?!:?\\d)\\s{0,4}+\\\\?[-–—|:.)]?\\s{0,4}+";

    private static final Pattern LINE = Pattern.compile(BEFORE + TIME + AFTER + "(.+)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{1,300})]\\([^()\\s]{0,500}\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");

    private ChapterLines() {}

    /** The longest list of chapters; empty if there is none. */
    public static List<Chapter> in(String text) {
        List<Chapter> longest = List.of();
        List<Chapter> current = List.of();
        for (LineCursor lines = new LineCursor(text, MAX_LINE_LENGTH); !lines.atEnd(); ) {
            String line = lines.next().strip();
            if (line.isEmpty() || line.equals("\\")) {
                continue;
            }
            current = continued(current, chapter(line));
            longest = current.size() > longest.size() ? List.copyOf(current) : longest;
        }
        return longest.size() < MIN_CHAPTERS ? List.of() : longest;
    }

    private static List<Chapter> continued(List<Chapter> current, @Nullable Chapter next) {
        if (next != null
                && !current.isEmpty()
                && next.startMillis() > current.getLast().startMillis()) {
            if (current.size() < Chapters.MAX_CHAPTERS) {
                current.add(next);
            }
            return current;
        }
        return next != null && next.startMillis() == 0 ? new ArrayList<>(List.of(next)) : List.of();
    }

    private static @Nullable Chapter chapter(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        long hours = matcher.group(1) == null ? 0 : Long.parseLong(matcher.group(1));
        long minutes = hours * 60 + Long.parseLong(matcher.group(2));
        String title = title(matcher.group(4));
        return title.isEmpty() ? null : new Chapter((minutes * 60 + Long.parseLong(matcher.group(3))) * 1_000, title);
    }

    private static String title(String written) {
        String words = LINK.matcher(written).replaceAll("$1");
        String bare = EMPHASIS.matcher(words).replaceAll("");
        String unbroken = bare.endsWith("\\") ? bare.substring(0, bare.length() - 1) : bare;
        return CueText.oneSpaced(ESCAPED.matcher(unbroken).replaceAll("$1"));
    }
}

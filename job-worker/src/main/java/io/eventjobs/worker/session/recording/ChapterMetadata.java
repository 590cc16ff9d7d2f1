package io.eventjobs.worker.session.recording;

import io.eventjobs.transcript.Chapter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the chapters in ffmpeg's metadata format, in which a backslash escapes the next character. */
final class ChapterMetadata {
    private static final int MAX_CHAPTERS = 500;
    private static final int MAX_TITLE_LENGTH = 300;
    private static final Pattern TIME_BASE = Pattern.compile("TIMEBASE=(\\d{1,9})/(\\d{1,12})");
    private static final Pattern START = Pattern.compile("START=(\\d{1,18})");

    private final List<Chapter> chapters = new ArrayList<>();
    private double unitMillis = 1_000;
    private long startMillis;
    private boolean inChapter;

    private ChapterMetadata() {}

    /** In the order of their times; those without title are left out. */
    static List<Chapter> read(String text) {
        ChapterMetadata metadata = new ChapterMetadata();
        text.lines().forEach(metadata::add);
        return metadata.chapters.stream()
                .sorted(Comparator.comparingLong(Chapter::startMillis))
                .limit(MAX_CHAPTERS)
                .toList();
    }

    private void add(String line) {
        if (line.startsWith("[")) {
            inChapter = line.equals("[CHAPTER]");
            unitMillis = 1_000;
            startMillis = 0;
        } else if (inChapter) {
            addOfChapter(line);
        }
    }

    private void addOfChapter(String line) {
        Matcher base = TIME_BASE.matcher(line);
        Matcher start = START.matcher(line);
        if (base.matches()) {
            unitMillis = 1_000.0 * Long.parseLong(base.group(1)) / Math.max(1, Long.parseLong(base.group(2)));
        } else if (start.matches()) {
            startMillis = Math.round(Long.parseLong(start.group(1)) * unitMillis);
        } else if (line.startsWith("title=")) {
            String title = title(line.substring("title=".length()));
            if (title != null) {
                chapters.add(new Chapter(startMillis, title));
            }
        }
    }

    private static @Nullable String title(String written) {
        String title = written.replaceAll("\\\\(.)", "$1")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return title.isEmpty() ? null : title.substring(0, Math.min(MAX_TITLE_LENGTH, title.length()));
    }
}

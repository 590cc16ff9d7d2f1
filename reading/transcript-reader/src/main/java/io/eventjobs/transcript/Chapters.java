package io.eventjobs.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The chapters of a recording, ordered by start time, with distinct times. Bounded for any source: {@value #MAX_CHAPTERS} chapters, titles
 * of {@value #MAX_TITLE_LENGTH} characters.
 *
 * @param source origin of the chapters: {@code page}, {@code recording}, or the address of the file; empty if there are none
 */
public record Chapters(List<Chapter> list, String source) {
    public static final Chapters NONE = new Chapters(List.of(), "");

    static final int MAX_CHAPTERS = 500;
    static final int MAX_TITLE_LENGTH = 300;

    /** Chapter lists use whole seconds, and cues start slightly before the first word. */
    private static final long TOLERANCE_MILLIS = 1_000;

    public Chapters {
        list = List.copyOf(list);
    }

    /** Accepts the chapters of a source in any order; drops those without a title. */
    public static Chapters of(List<Chapter> said, String source) {
        List<Chapter> chapters = new ArrayList<>();
        said.stream()
                .map(chapter -> new Chapter(chapter.startMillis(), title(chapter.title())))
                .filter(chapter -> !chapter.title().isEmpty() && chapter.startMillis() >= 0)
                .sorted(Comparator.comparingLong(Chapter::startMillis))
                .filter(chapter -> chapters.isEmpty() || chapters.getLast().startMillis() < chapter.startMillis())
                .limit(MAX_CHAPTERS)
                .forEachOrdered(chapters::add);
        return chapters.isEmpty() ? NONE : new Chapters(chapters, source);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The index of the chapter for a given start time; -1 before the first chapter. */
    public int at(long millis) {
        int index = -1;
        while (index + 1 < list.size() && list.get(index + 1).startMillis() <= millis + TOLERANCE_MILLIS) {
            index++;
        }
        return index;
    }

    /** These chapters with other titles. */
    public Chapters titled(List<String> titles) {
        List<Chapter> others = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            others.add(new Chapter(list.get(i).startMillis(), titles.get(i)));
        }
        return new Chapters(others, source);
    }

    /** The titles, in order. */
    public List<String> titles() {
        return list.stream().map(Chapter::title).toList();
    }

    private static String title(String said) {
        String title = CueText.oneSpaced(said);
        return title.length() <= MAX_TITLE_LENGTH ? title : title.substring(0, MAX_TITLE_LENGTH - 1) + "…";
    }
}
